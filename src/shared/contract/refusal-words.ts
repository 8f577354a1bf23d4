import type { ErrorCode } from './error-code.ts'

type Words = Readonly<{ happened: string; safe: string; todo: string }>

const nothingChanged = 'Nothing was changed.'

/** What happened, what is safe, what to do: for a practice manager, in that order. */
export const refusalWords = Object.freeze({
  'invalid-input': { happened: 'Something in the form cannot be saved as it is.', safe: 'Nothing was saved. What you typed is still here.', todo: 'Look at the marked fields.' },
  'not-signed-in': { happened: 'Nobody is signed in.', safe: nothingChanged, todo: 'Sign in and try again.' },
  'not-permitted': { happened: 'Your role does not do this.', safe: nothingChanged, todo: 'Ask somebody whose role does. Who may do what is listed under People and policy.' },
  'wrong-passphrase': { happened: 'That is not the right passphrase.', safe: nothingChanged, todo: 'Try again. Capital letters count.' },
  wait: { happened: 'There were several wrong passphrases.', safe: nothingChanged, todo: 'Wait until the time shown, then try again.' },
  'not-found': { happened: 'This is not in the register.', safe: nothingChanged, todo: 'Go back to the list and open it from there.' },
  stale: { happened: 'Somebody changed this while you had it open.', safe: 'Your change was not saved. What you typed is still here.', todo: 'Open it again, look at the change, then make yours.' },
  'gate-refuses': { happened: 'This cannot be decided for this entry.', safe: nothingChanged, todo: 'The reasons say what can be done instead.' },
  'requirements-missing': { happened: 'Something is missing before this can be fixed.', safe: 'The draft is saved. It was not fixed.', todo: 'Fill in what is listed.' },
  'not-in-this-state': { happened: 'This decision is not at that step.', safe: nothingChanged, todo: 'Open it again to see where it stands.' },
  'already-answered': { happened: 'You have already answered this statement.', safe: 'Your first answer stands. Nothing was changed.', todo: 'A change of mind is a new decision.' },
  'nhs-number': { happened: 'This looks like an NHS number.', safe: 'It has not been kept anywhere.', todo: 'Take the number out. The register never holds patient data.' },
  'register-not-found': { happened: 'The register file is not where it was.', safe: 'Nothing was changed.', todo: 'Connect the drive it is kept on, or open it from its new place.' },
  'register-not-ours': { happened: 'This file is not a register of this app.', safe: 'The file was not changed.', todo: 'Choose a file that ends in .psr.' },
  'register-newer': { happened: 'A newer version of this app wrote this register.', safe: 'The register was not changed.', todo: 'Ask your IT support to update this app, then open it again.' },
  'register-locked': { happened: 'The register is open somewhere else.', safe: 'Nothing was changed.', todo: 'Close it there, then try again.' },
  'register-read-only': { happened: 'The register cannot be written to.', safe: 'Nothing was saved. What was in the register is as it was.', todo: 'Ask your IT support to allow writing to the file and its folder, then try again.' },
  'register-damaged': { happened: 'The register is damaged or was changed outside the app.', safe: 'The app has not changed it, and will not record into it.', todo: 'Keep the file as it is. Open a copy from before, or ask your IT support.' },
  'disk-full': { happened: 'The disk of this computer is full.', safe: 'This was not saved. Everything recorded before is safe, and what you typed is still here.', todo: 'Free at least 200 MB on this drive, then try again. Your IT support can do this.' },
  'disk-error': { happened: 'The disk did not take it.', safe: 'This was not saved. Everything recorded before is safe, and what you typed is still here.', todo: 'Check that the drive is connected, then try again. If it happens again, tell your IT support.' },
  'export-failed': { happened: 'The document could not be made.', safe: 'No file was left behind. The register is as it was.', todo: 'Try again, or save it in another place.' },
  'could-not-read': { happened: 'The file could not be read.', safe: 'Nothing was changed.', todo: 'Choose another file.' },
  'untrusted-caller': { happened: 'A call came from somewhere other than the app’s own page.', safe: nothingChanged, todo: 'Close the app and open it again.' },
  cancelled: { happened: 'You stopped it.', safe: nothingChanged, todo: 'Start it again when you like.' },
  internal: { happened: 'Something went wrong inside the app.', safe: 'This was not saved. Everything recorded before is safe.', todo: 'Try again. If it happens again, tell your IT support what you did.' },
} as const satisfies Record<ErrorCode, Words>)
