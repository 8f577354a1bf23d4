import type { CallName } from '../contract/call-names.ts'
import { roles, type Role } from './role.ts'

/** `public` before anybody has signed in; `signed-in` for every role. */
export type Access = 'public' | 'signed-in' | readonly Role[]

const keepers = ['data-protection-lead', 'practice-manager'] as const
const deciders = ['data-protection-lead', 'practice-manager', 'partner'] as const
const attachers = [...deciders, 'dpo', 'caldicott-guardian'] as const

/**
 * Who may do what. The one table: commands check it, screens hide by it, the help page prints it.
 * Nobody but a partner ever answers a statement, and a data protection lead never signs as one.
 */
export const permissions = Object.freeze({
  'app.status': 'public', 'app.open-register': 'public', 'app.open-other': 'public',
  'setup.draft': 'public', 'setup.save-draft': 'public', 'setup.create': 'public', 'setup.explore-demo': 'public',
  'session.people': 'public', 'session.sign-in': 'public', 'session.choose-passphrase': 'public', 'session.lock': 'public',
  'session.touch': 'signed-in',
  'practice.get': 'signed-in', 'practice.change': keepers, 'policy.change': ['partner', 'data-protection-lead'],
  'people.list': 'signed-in', 'people.add': keepers, 'people.change': keepers, 'people.leave': keepers,
  'people.replace-key': 'public',
  'home.get': 'signed-in', 'action.get': 'signed-in', 'action.choose': deciders, 'action.propose': deciders, 'action.drop': deciders,
  'action.answer': ['partner'], 'action.statement': 'signed-in',
  'entry.list': 'signed-in', 'entry.get': 'signed-in', 'entry.add': keepers, 'entry.change': keepers,
  'entry.record-standing': keepers, 'entry.record-force': keepers, 'entry.split': keepers,
  'purpose.add': keepers, 'purpose.change': keepers, 'purpose.remove': keepers, 'purpose.classify': keepers,
  'purpose.check': ['data-protection-lead', 'practice-manager', 'partner', 'dpo', 'caldicott-guardian'],
  'purpose.propose-again': keepers,
  'catalogue.search': 'signed-in', 'catalogue.add': keepers, 'clause.from-file': keepers,
  'classify.suggest': 'signed-in', 'rules.compare': 'signed-in',
  'position.list': 'signed-in', 'position.record': deciders, 'position.check': deciders, 'position.retire': deciders,
  'position.shipped': 'signed-in', 'position.take-shipped': deciders,
  'draft.get': 'signed-in', 'draft.save': 'signed-in', 'draft.discard': 'signed-in',
  'decision.list': 'signed-in', 'decision.get': 'signed-in', 'decision.judge': 'signed-in',
  'decision.draft': deciders, 'decision.change': deciders,
  'decision.record-advice': ['data-protection-lead', 'practice-manager', 'partner', 'dpo', 'caldicott-guardian'],
  'decision.fix': deciders, 'decision.cancel': deciders,
  'decision.effects-shown': ['partner'], 'decision.answer': ['partner'], 'signoff.queue': 'signed-in',
  'pack.choices': deciders, 'pack.make': deciders, 'pack.bring-back': deciders, 'pack.record': deciders, 'paper.print': deciders, 'paper.record': deciders,
  // On the other computer there is no register to sign in to; the passphrase opens the key that came with the pack.
  'elsewhere.open': 'public', 'elsewhere.get': 'public', 'elsewhere.shown': 'public', 'elsewhere.answer': 'public', 'elsewhere.save': 'public', 'elsewhere.close': 'public',
  // Which categories, and on what, is told by `categoriesFor`.
  'evidence.choose': attachers, 'evidence.attach': attachers, 'evidence.describe': attachers, 'evidence.set-aside': attachers,
  'evidence.save-copy': 'signed-in', 'evidence.open': 'signed-in',
  'follow-through.board': 'signed-in', 'decision.record-step': deciders, 'decision.step-not-needed': deciders, 'decision.reopen-step': deciders,
  'decision.plan-step': deciders, 'decision.watch': deciders, 'decision.end': deciders, 'decision.lapse': deciders,
  'decision.check': ['data-protection-lead', 'practice-manager', 'partner', 'dpo', 'caldicott-guardian'],
  'past.register': 'signed-in', 'past.entry': 'signed-in', 'past.decision': 'signed-in',
  'letter.draft': 'signed-in', 'letter.list': 'signed-in', 'letter.get': 'signed-in',
  'letter.export': deciders, 'letter.record-sent': deciders, 'letter.record-reply': deciders,
  'review.record': deciders, 'calendar.export': 'signed-in',
  'trail.list': 'signed-in', 'trail.check': 'signed-in', 'trail.compare-head': 'signed-in', 'trail.compare-file': 'signed-in',
  'report.export': 'signed-in', 'report.progress': 'signed-in', 'report.cancel': 'signed-in', 'report.show-in-folder': 'signed-in', 'report.save-verifier': 'signed-in',
} as const satisfies Record<CallName, Access>)

/** @param role null when nobody is signed in. */
export function mayCall(role: Role | null, name: CallName): boolean {
  const access: Access = permissions[name]
  if (access === 'public') return true
  if (role === null) return false
  return access === 'signed-in' || access.includes(role)
}

export const rolesFor = (name: CallName): readonly Role[] => roles.filter((role) => mayCall(role, name))
