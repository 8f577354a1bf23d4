import { suggestPurposes } from '../../../shared/domain/classification/suggest.ts'
import { classificationRules } from '../../exchange/classification-rules.ts'
import type { Part } from './child.ts'
import { percentile95, timed } from './row.ts'

const sentences = [
  'The parties share coded entries so that clinicians who treat a patient can see medicines, allergies and results.',
  'Information may also be used, in pseudonymised form, to plan and commission services for the population.',
  'The data is not used for research and is not passed to any other organisation.',
  'Each party keeps the data secure, trains its staff and reports incidents within one working day.',
  'The practice may refer a patient to the provider, who enrols and supports them.',
  'The commissioner receives counts each month and monitors how the contract is delivered.',
  'Lawful bases are Article 6(1)(e) and Article 9(2)(h) of the UK GDPR.',
  'The agreement lasts for two years and either party may end it with three months’ notice.',
]

/** A clause of about 500 words that is different for each n. */
const clause = (n: number): string => Array.from({ length: 28 }, (_, k) => `${k + 1}.${(n % 7) + 1} ${sentences[(n * 3 + k * 5) % sentences.length]}`).join('\n')

const clauses = 100

export const textParts: Readonly<Record<string, Part>> = Object.freeze({
  classify: () => ({ turn: () => percentile95(Array.from({ length: clauses }, (_, k) => {
    const text = clause(k)
    return timed(() => suggestPurposes({ purposeText: text }, classificationRules))
  })) }),
})
