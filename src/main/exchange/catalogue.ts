import { z } from 'zod'
import raw from '../../../resources/catalogue.json' with { type: 'json' }
import { catalogue, type Catalogue } from '../../shared/domain/catalogue.ts'

/**
 * Reads a catalogue and refuses one in which two items have one name.
 * @throws Error with each problem in words
 */
export function readCatalogue(input: unknown): Catalogue {
  const parsed = catalogue.safeParse(input)
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error))
  for (const part of ['id', 'title'] as const) {
    const names = parsed.data.items.map((item) => item[part])
    const twice = names.find((name, index) => names.indexOf(name) !== index)
    if (twice !== undefined) throw new Error(`Two items of the catalogue have the ${part} ${twice}`)
  }
  return parsed.data
}

/** The drafts that come with the app, dated and sourced. Nobody has reviewed them for a practice. */
export const shippedCatalogue: Catalogue = readCatalogue(raw)
