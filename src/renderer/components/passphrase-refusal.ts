import { AppRefusal } from '../bridge.ts'

/** Whether the passphrase itself was refused: it is then typed again. After any other refusal it may stay for "Try again". */
export const isAboutPassphrase = (error: unknown): error is AppRefusal =>
  error instanceof AppRefusal && (error.refusal.code === 'wrong-passphrase' || error.refusal.code === 'wait')

/** Puts a wrong passphrase, or the wait after several, beside the field it was typed in, where it is put right. */
export function besideField(error: unknown, field: string): unknown {
  if (!isAboutPassphrase(error)) return error
  const { refusal } = error
  return new AppRefusal({ ...refusal, fields: { [field]: [`${refusal.happened} ${refusal.todo}`] } })
}
