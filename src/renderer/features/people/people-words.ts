import type { ContractType } from '../../../shared/domain/practice.ts'
import type { Policy } from '../../../shared/domain/practice.ts'
import { countOf } from '../../components/format.ts'

export const contractTypeWords = { gms: 'GMS', pms: 'PMS', apms: 'APMS' } as const satisfies Record<ContractType, string>

/** "2 of 3 partners agree". */
export function quorumInWords({ quorum, number }: Pick<Policy, 'quorum' | 'number'>, partners: number): string {
  switch (quorum) {
    case 'all': return 'all partners agree'
    case 'majority': return 'more than half of the partners agree'
    case 'number': return `${number ?? 0} of ${countOf(partners, 'partner')} agree`
  }
}

export const keyBecause: Readonly<Record<string, string>> = {
  'first-use': 'First passphrase', 'lost-passphrase': 'New passphrase after a lost one', 'changed-passphrase': 'Changed passphrase',
}
