import { suggestPurposes } from '../../../shared/domain/classification/suggest.ts'
import type { ClassifyInput } from '../../../shared/domain/suggestion.ts'
import type { CallParsed } from '../../../shared/contract/contract.ts'
import { perform } from '../acting.ts'
import type { Office } from '../office.ts'
import { addEntry, changeEntry, recordForce, recordStanding } from '../entry-commands.ts'
import { entryDetail } from '../entry-detail.ts'
import { listEntries } from '../entry-list.ts'
import type { Handlers } from '../handlers.ts'
import { recordReview } from '../review-command.ts'
import { splitEntry } from '../split-command.ts'
import { addPurposes, changePurpose, checkPurpose, classifyPurpose, removePurpose } from '../purpose-commands.ts'

type Mine = 'entry.list' | 'entry.get' | 'entry.add' | 'entry.change' | 'entry.record-standing' | 'entry.record-force' | 'entry.split' | 'review.record'
  | 'purpose.add' | 'purpose.change' | 'purpose.remove' | 'purpose.classify' | 'purpose.check' | 'classify.suggest'

export const entryHandlers = (office: Office): Pick<Handlers, Mine> => ({
  'entry.list': (input) => listEntries(office.reading(), input),
  'entry.get': ({ id }) => entryDetail(office.reading(), id),
  'entry.add': (input) => perform(office, addEntry, input),
  'entry.change': (input) => perform(office, changeEntry, input),
  'entry.record-standing': (input) => perform(office, recordStanding, input),
  'entry.record-force': (input) => perform(office, recordForce, input),
  'entry.split': (input) => perform(office, splitEntry, input),
  'review.record': (input) => perform(office, recordReview, input),
  'purpose.add': (input) => perform(office, addPurposes, input),
  'purpose.change': (input) => perform(office, changePurpose, input),
  'purpose.remove': (input) => perform(office, removePurpose, input),
  'purpose.classify': (input) => perform(office, classifyPurpose, input),
  'purpose.check': (input) => perform(office, checkPurpose, input),
  'classify.suggest': (input) => {
    const { rules } = office.reading()
    const categories = [...rules.categories.values()].map(({ slug, label, class: of }) => ({ slug, label, class: of }))
    return { suggestion: suggestPurposes(factsOf(input), rules), categories }
  },
})

const applied = (answer: string | null): boolean | null => (answer === null ? null : answer === 'applied')

/** The structured facts a form already holds, as the classifier knows them. */
function factsOf({ text, title, what }: CallParsed<'classify.suggest'>): ClassifyInput {
  if (what?.kind !== 'sharing-agreement') return { purposeText: text, title, kind: what?.kind ?? null }
  const { fields } = what
  return {
    purposeText: text, title, kind: what.kind, recipient: fields.parties[0]?.name ?? null, dataCategories: fields.dataItems,
    identifiability: fields.identifiability, article6: fields.article6, article9: fields.article9,
    section251: fields.confidentialityBasis === null ? null : fields.confidentialityBasis === 'section-251',
    statutoryDirection: fields.directionReference === null ? null : true,
    nationalDataOptOutApplies: applied(fields.nationalOptOut), type1OptOutApplies: applied(fields.typeOneOptOut),
    recipientProvidesCare: fields.recipientGivesCare,
  }
}
