import { kindWords } from '../words/kind.ts'
import { stateWord } from '../words/state.ts'
import { verbWords } from '../words/verb.ts'
import type { EntryState } from '../state.ts'
import { isVerbOfKind, stateAdmits } from './admits.ts'
import { reason } from './rule.ts'
import type { GateCase, Rule } from './rule.ts'

/** A verb has to be one of the kind's own. */
export const verbOfAnotherKind: Rule = ({ entry, verb }) =>
  isVerbOfKind(entry.kind, verb)
    ? null
    : {
        answer: 'not-available',
        reasons: [reason('verb-not-of-kind', `“${verbWords[verb].imperative}” is not something that can be decided about a ${kindWords[entry.kind].one}.`)],
      }

/** The state has to admit the verb. Freezing what is signed has a rule of its own. */
export const stateRefuses: Rule = (gateCase) => {
  const { entry, verb } = gateCase
  if (!isVerbOfKind(entry.kind, verb) || stateAdmits(entry.kind, verb, entry.state) || isSignedFreeze(gateCase)) return null
  return { answer: 'not-available', reasons: [reason('state-refuses', whyNot(gateCase))] }
}

/** Only what is not signed yet can be frozen; a renewal counts as new. */
export const freezeOfSigned: Rule = (gateCase) => {
  if (!isSignedFreeze(gateCase)) return null
  return {
    answer: 'not-available',
    reasons: [reason('freeze-already-signed', 'It is already signed or in use, so it cannot be frozen. A renewal counts as new and can be frozen.')],
    offers: ['withdraw', 'restrict'],
  }
}

const signed: ReadonlySet<EntryState> = new Set(['active', 'under-protest', 'restricted', 'notice-given', 'signed'])
const on: ReadonlySet<EntryState> = new Set(['active', 'under-protest', 'on-with-controls'])

function isSignedFreeze({ entry, verb }: GateCase): boolean {
  return entry.kind === 'sharing-agreement' && verb === 'freeze' && signed.has(entry.state)
}

function whyNot({ entry: { kind, state }, verb }: GateCase): string {
  if (state === 'closed') return 'It is closed, so nothing more can be decided about it.'
  if (verb === 'withdraw' && (state === 'offered' || state === 'frozen')) return 'It is not signed, so there is nothing to withdraw from.'
  if (verb === 'withdraw' && state === 'notice-given') return 'Notice has been given already.'
  if (verb === 'resume') return 'Nothing has been stopped, so there is nothing to resume.'
  if (verb === 'switch-on' && on.has(state)) return 'It is already on.'
  return `This cannot be decided while it stands as “${stateWord(kind, state)}”.`
}
