import type { App, Dialog } from 'electron'
import type { Ports } from '../register/ports.ts'
import { describeError } from './log.ts'

/**
 * Ends the app in words when it cannot start or go on, instead of the system's box with a program's own text in it.
 * What was saved is on the disk already, as every change is one finished transaction.
 */
export function createLastWords(app: Pick<App, 'exit'>, dialog: Pick<Dialog, 'showErrorBox'>, log: Ports['log']) {
  return (error: unknown): void => {
    log('error', 'app-failed', describeError(error))
    dialog.showErrorBox(
      'Practice Sharing Register has to close',
      'Something went wrong that the app cannot put right while it is running.\n\n' +
        'What you saved before is safe. What you were typing may not be saved.\n\n' +
        'Open the app again. If this comes back, tell whoever looks after your computers; the file app.log says where it happened.',
    )
    app.exit(1)
  }
}
