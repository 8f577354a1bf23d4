/** The closed list of what can go wrong, as a person would tell the cases apart. */
export const errorCodes = [
  'invalid-input', 'not-signed-in', 'not-permitted', 'wrong-passphrase', 'wait', 'not-found', 'stale',
  'gate-refuses', 'requirements-missing', 'not-in-this-state', 'already-answered', 'nhs-number',
  'register-not-found', 'register-not-ours', 'register-newer', 'register-locked', 'register-read-only', 'register-damaged',
  'disk-full', 'disk-error', 'export-failed', 'could-not-read', 'untrusted-caller', 'cancelled', 'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]
