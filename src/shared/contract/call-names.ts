/** Names only, so that the preload stays a few lines and carries no schema. */
export const callNames = [
  'app.status', 'app.open-register', 'app.open-other',
  'setup.draft', 'setup.save-draft', 'setup.create', 'setup.explore-demo',
  'session.people', 'session.sign-in', 'session.choose-passphrase', 'session.lock', 'session.touch',
  'practice.get', 'practice.change', 'policy.change',
  'people.list', 'people.add', 'people.change', 'people.leave', 'people.replace-key',
  'home.get', 'action.get', 'action.choose', 'action.propose', 'action.drop', 'action.answer', 'action.statement',
  'entry.list', 'entry.get', 'entry.add', 'entry.change', 'entry.record-standing', 'entry.record-force', 'entry.split',
  'purpose.add', 'purpose.change', 'purpose.remove', 'purpose.classify', 'purpose.check', 'purpose.propose-again',
  'classify.suggest', 'catalogue.search', 'catalogue.add', 'clause.from-file',
  'position.list', 'position.record', 'position.check', 'position.retire', 'position.shipped', 'position.take-shipped',
  'rules.compare',
  'draft.get', 'draft.save', 'draft.discard',
  'decision.list', 'decision.get', 'decision.judge', 'decision.draft', 'decision.change', 'decision.record-advice',
  'decision.fix', 'decision.cancel', 'decision.effects-shown', 'decision.answer',
  'signoff.queue',
  'evidence.choose', 'evidence.attach', 'evidence.describe', 'evidence.set-aside', 'evidence.save-copy', 'evidence.open',
  'follow-through.board', 'decision.record-step', 'decision.step-not-needed', 'decision.reopen-step', 'decision.plan-step',
  'decision.check', 'decision.watch', 'decision.end', 'decision.lapse',
  'trail.list', 'trail.check', 'trail.compare-head', 'trail.compare-file',
  'report.export', 'report.progress', 'report.cancel', 'report.show-in-folder', 'report.save-verifier',
] as const
export type CallName = (typeof callNames)[number]
