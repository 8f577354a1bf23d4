import type { Home } from '../../../shared/contract/register.ts'
import { dayMonthYear } from '../../components/format.ts'

export type ActionRow = Home['actions'][number]

/** "Taken 18 May 2026". */
export function choiceInWords({ choice, since }: Pick<ActionRow, 'choice' | 'since'>): string {
  const from = since ? ` ${dayMonthYear(since)}` : ''
  switch (choice) {
    case 'not-taken': return 'Not taken'
    case 'considering': return 'Considering'
    case 'taken': return `Taken${from}`
    case 'ended': return `Ended${from}`
  }
}

/** What the partners are being asked: "Asked: take from 18 May 2026". */
export function proposedInWords({ choice, on }: NonNullable<ActionRow['proposed']>): string {
  return `Asked: ${choice === 'taken' ? 'take from' : 'end on'} ${dayMonthYear(on)}`
}
