import { AppRefusal } from '../bridge.ts'

/** Puts a wrong passphrase, or the wait after several, beside the field it was typed in, where it is put right. */
export function besideField(error: unknown, field: string): unknown {
  if (!(error instanceof AppRefusal)) return error
  const { refusal } = error
  if (refusal.code !== 'wrong-passphrase' && refusal.code !== 'wait') return error
  return new AppRefusal({ ...refusal, fields: { [field]: [`${refusal.happened} ${refusal.todo}`] } })
}
