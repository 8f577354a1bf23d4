import type { CallOutput } from '../../../shared/contract/contract.ts'

export type Queue = CallOutput<'signoff.queue'>
export type QueueItem = Queue['items'][number]

/** Where somebody stands while answering one statement after another. */
export type Sitting = Readonly<{
  /** Which one this is, counting from 1, and of how many; those answered today come first. */
  place: number
  of: number
  answered: number
  before: string | null
  next: string | null
}>

export const waitingOf = (queue: Queue): readonly QueueItem[] => queue.items.filter(({ mine }) => mine === 'waiting')

/** @returns null when the statement does not wait for this person. */
export function sittingOf(queue: Queue, decision: string): Sitting | null {
  const waiting = waitingOf(queue)
  const index = waiting.findIndex((item) => item.decision === decision)
  if (index === -1) return null
  const answered = queue.answeredToday
  return {
    place: answered + index + 1, of: answered + waiting.length, answered,
    before: waiting[index - 1]?.decision ?? null, next: waiting[index + 1]?.decision ?? null,
  }
}

/** Which statement comes after one is answered: the next in the row, or else the first that was skipped; null when none is left. */
export function afterAnswering(queue: Queue, decision: string): string | null {
  return sittingOf(queue, decision)?.next ?? waitingOf(queue).find((item) => item.decision !== decision)?.decision ?? null
}

export const withAnswered = (queue: Queue, decision: string): Queue => ({
  answeredToday: queue.answeredToday + 1,
  items: queue.items.map((item) => (item.decision === decision ? { ...item, mine: 'answered' } : item)),
})
