import { z } from 'zod'
import raw from '../../../resources/letters.json' with { type: 'json' }
import { letterTexts, type LetterTexts } from '../../shared/domain/letters/letter-texts.ts'

/** Reads a set of letter texts. @throws Error that names each wrong field */
export function readLetterTexts(input: unknown): LetterTexts {
  const parsed = letterTexts.safeParse(input)
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  return parsed.data
}

/** The texts that come with the app, dated and sourced. */
export const shippedLetterTexts: LetterTexts = readLetterTexts(raw)
