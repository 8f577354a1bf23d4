import type { DecisionStage } from '../decision-stage.ts'
import type { Step } from '../follow-through.ts'
import type { OpenTask } from '../follow-through-record.ts'
import type { Verb } from '../verb.ts'

/** `todo` heads an open task, `done` tells it once it is recorded. */
type Words = Readonly<{ todo: string; done: string }>

const general = Object.freeze({
  instructed: { todo: 'Tell the other party', done: 'The other party was told' },
  acknowledged: { todo: 'Get their confirmation', done: 'They confirmed it' },
  'carried-out': { todo: 'Carry it out', done: 'It was carried out' },
  'data-ended': { todo: 'Get the data returned or destroyed', done: 'The data was returned or destroyed' },
  checked: { todo: 'Check that it really happened', done: 'Somebody else checked it' },
} as const satisfies Record<Step, Words>)

const ofVerb: Readonly<Partial<Record<Verb, Readonly<Partial<Record<Step, Words>>>>>> = Object.freeze({
  withdraw: {
    instructed: { todo: 'Send the notice', done: 'The notice was sent' },
    acknowledged: { todo: 'Get the receipt confirmed', done: 'They confirmed the notice' },
    'carried-out': { todo: 'See that the sharing stops', done: 'The sharing stopped' },
  },
  freeze: { instructed: { todo: 'Tell them it is not signed for now', done: 'They were told it is not signed for now' } },
  restrict: {
    instructed: { todo: 'Tell them which purposes stop', done: 'They were told which purposes stop' },
    'carried-out': { todo: 'See that these purposes stop', done: 'These purposes stopped' },
  },
  'switch-off': {
    instructed: { todo: 'Ask for it to be switched off', done: 'It was asked to be switched off' },
    'carried-out': { todo: 'Switch it off', done: 'It was switched off' },
  },
  'switch-on': {
    instructed: { todo: 'Ask for it to be switched on', done: 'It was asked to be switched on' },
    'carried-out': { todo: 'Switch it on', done: 'It was switched on' },
  },
  'keep-with-controls': {
    instructed: { todo: 'Tell staff about the controls', done: 'Staff were told about the controls' },
    'carried-out': { todo: 'Set the controls', done: 'The controls were set' },
  },
  'ignore-prompts': { instructed: { todo: 'Tell those who prescribe', done: 'Those who prescribe were told' } },
  'keep-under-protest': { instructed: { todo: 'Send the objection', done: 'The objection was sent' } },
  'continue-under-protest': { instructed: { todo: 'Send the objection', done: 'The objection was sent' } },
  'sign-under-protest': {
    instructed: { todo: 'Send the objection', done: 'The objection was sent' },
    'carried-out': { todo: 'Sign it', done: 'It was signed' },
  },
  defer: { instructed: { todo: 'Tell them it is not signed for now', done: 'They were told it is not signed for now' } },
  sign: { 'carried-out': { todo: 'Sign it', done: 'It was signed' } },
  resume: { 'carried-out': { todo: 'Let it run again', done: 'It runs again' } },
})

/** A step by itself, where nothing says which verb it belongs to. */
export const stepNames = Object.freeze({
  instructed: 'Told', acknowledged: 'Confirmed by them', 'carried-out': 'Carried out', 'data-ended': 'Data returned or destroyed', checked: 'Checked by somebody else',
} as const satisfies Record<Step, string>)

export const stepWords = (verb: Verb, step: Step): Words => ofVerb[verb]?.[step] ?? general[step]

/** What has to be done next, as a heading of a list. */
export function taskWord(verb: Verb, what: OpenTask['what']): string {
  if (what === 'condition') return verb === 'freeze' ? 'Look whether the condition that lifts it is met' : 'Look whether it can be answered now'
  if (what === 'ends') return verb === 'freeze' ? 'The freeze ends: decide again' : 'The deferral ends: decide again'
  return stepWords(verb, what).todo
}

export const stageWords = Object.freeze({
  draft: 'Draft', fixed: 'Waiting for answers', refused: 'Not made', cancelled: 'Dropped', lapsed: 'Lapsed',
  'under-way': 'Being carried out', 'to-check': 'Waiting for a check', 'on-hold': 'In force, watched', 'in-force': 'In force', closed: 'Closed', replaced: 'Replaced',
} as const satisfies Record<DecisionStage, string>)
