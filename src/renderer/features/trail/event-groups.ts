import type { EventType } from '../../../shared/trail/event.ts'

/** Kinds of event as people look for them; each stands for the types under it. */
export const eventGroups = {
  answers: { label: 'Answers and signatures', types: ['decision.answered', 'decision.answered-on-paper', 'action.answered', 'pack.made'] },
  decisions: { label: 'Decisions', types: ['decision.drafted', 'decision.changed', 'decision.advice-recorded', 'decision.effects-shown', 'decision.fixed', 'decision.voided', 'decision.made', 'decision.refused', 'decision.cancelled', 'decision.lapsed'] },
  followThrough: { label: 'Follow-through', types: ['decision.planned', 'decision.step-done', 'decision.step-not-needed', 'decision.step-reopened', 'decision.checked', 'decision.closed', 'decision.watched', 'decision.ended'] },
  entries: { label: 'Entries', types: ['entry.added', 'entry.changed', 'entry.standing-recorded', 'entry.split', 'entry.split-from', 'clause.recorded', 'purpose.added', 'purpose.changed', 'purpose.removed', 'review.recorded'] },
  class: { label: 'Class and legal force', types: ['purpose.classified', 'purpose.proposed-again', 'purpose.checked', 'entry.force-recorded'] },
  actions: { label: 'The nine actions and positions', types: ['action.chosen', 'action.proposed', 'action.settled', 'action.dropped', 'positions.loaded', 'position.recorded', 'position.retired'] },
  people: { label: 'Practice, people and policy', types: ['register.created', 'practice.changed', 'policy.changed', 'person.added', 'person.changed', 'person.key-added', 'person.left'] },
  sessions: { label: 'Sign-ins', types: ['session.signed-in'] },
  refused: { label: 'Wrong passphrases', types: ['session.refused'] },
  letters: { label: 'Letters and replies', types: ['letter.sent', 'letter.reply-recorded'] },
  evidence: { label: 'Evidence', types: ['evidence.attached', 'evidence.described', 'evidence.set-aside'] },
  exports: { label: 'Exports', types: ['export.made'] },
} as const satisfies Record<string, { label: string; types: readonly EventType[] }>

export type EventGroup = keyof typeof eventGroups
const groups = Object.keys(eventGroups) as EventGroup[]

export const typesOf = (picked: readonly string[]): string[] => groups.filter((group) => picked.includes(group)).flatMap((group) => [...eventGroups[group].types])

/** The groups that have at least one event in this register. */
export const groupsWith = (types: readonly string[]): EventGroup[] => groups.filter((group) => eventGroups[group].types.some((type) => types.includes(type)))
