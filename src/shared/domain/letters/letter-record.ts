import { z } from 'zod'
import { letterEvents } from '../../trail/events/letter-events.ts'
import type { TrailEvent } from '../../trail/event.ts'
import { isoDate, isoInstant, type IsoDate } from '../date.ts'
import type { Asked, ReplyOutcome } from './asked.ts'

const by = z.strictObject({ id: z.string(), name: z.string(), at: isoInstant })

/** A letter that went out, what it asked for, and everything that came back. */
export const letterRecord = letterEvents['letter.sent'].extend({
  id: z.uuid(),
  sent: by,
  replies: z.array(letterEvents['letter.reply-recorded'].extend({ by })),
  /** Letters that reminded of it; the newest moves the day by which an answer is waited for. */
  reminders: z.array(z.strictObject({ id: z.uuid(), ref: z.string(), sentOn: isoDate, replyDueOn: isoDate.nullable() })),
})
export type LetterRecord = z.infer<typeof letterRecord>

/** One thing asked about one entry, and what became of it. */
export type AskedItem = Readonly<{ ref: string; title: string; what: Asked; dueOn: IsoDate; outcome: ReplyOutcome | null; recordedOn: IsoDate | null }>

/** Every thing asked for, by entry and in the order of asking, with the newest that was recorded about it. */
export function askedItems({ entries, asked, replies, reminders }: LetterRecord): AskedItem[] {
  const newest = new Map(replies.flatMap(({ on, items }) => items.map((item) => [`${item.ref} ${item.what}`, { outcome: item.outcome, on }] as const)))
  const patience = reminders.flatMap(({ replyDueOn }) => replyDueOn ?? []).toSorted().at(-1) ?? ''
  return entries.flatMap(({ ref, title }) => asked.map(({ what, dueOn }): AskedItem => {
    const told = newest.get(`${ref} ${what}`)
    return { ref, title, what, dueOn: dueOn < patience ? patience : dueOn, outcome: told?.outcome ?? null, recordedOn: told?.on ?? null }
  }))
}

const isOpen = ({ outcome }: AskedItem): boolean => outcome === null || outcome === 'did-not-come'

/** What is still waited for, whether it is due or not. */
export const outstanding = (letter: LetterRecord): AskedItem[] => askedItems(letter).filter(isOpen)
/** What should have come before this day. */
export const overdueItems = (letter: LetterRecord, today: IsoDate): AskedItem[] => outstanding(letter).filter(({ dueOn }) => dueOn < today)
/** The next day on which something is due; null once there is nothing to wait for. */
export const replyDueNext = (letter: LetterRecord): IsoDate | null => outstanding(letter).map(({ dueOn }) => dueOn).toSorted()[0] ?? null

/** @param id the letter that is asked about: a reminder is an event of its own letter and of the one it reminds of. */
export function applyToLetter(id: string, letter: LetterRecord | undefined, event: TrailEvent): LetterRecord | undefined {
  const author = { id: event.actor.id, name: event.actor.name, at: event.at }
  if (event.type === 'letter.sent' && event.subject.id === id) {
    return { ...event.data, id, sent: author, replies: [], reminders: [] }
  }
  if (!letter) return undefined
  switch (event.type) {
    case 'letter.sent': {
      const { ref, sentOn, replyDueOn } = event.data
      return { ...letter, reminders: [...letter.reminders, { id: event.subject.id, ref, sentOn, replyDueOn }] }
    }
    case 'letter.reply-recorded': return { ...letter, replies: [...letter.replies, { ...event.data, by: author }] }
    default: return letter
  }
}
