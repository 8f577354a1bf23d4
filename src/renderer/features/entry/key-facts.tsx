import type { ReactNode } from 'react'
import type { EntryRecord } from '../../../shared/domain/entry-record.ts'
import type { IsoDate } from '../../../shared/domain/date.ts'
import {
  clinicalSystemWords, confidentialityWords, dateInWords, declarationSubjectWords, identifiabilityWords, kindWords, mechanismWords, partyInWords, periodInWords, writtenFormWords,
} from '../../../shared/domain/words.ts'
import { TextButton } from '../../components/button.tsx'
import { dayMonthYear } from '../../components/format.ts'
import { Facts, type Fact } from '../../components/panel.tsx'
import { goToPart } from './parts-of-entry.tsx'

/** The few facts people ask for first, beside the entry; everything stands under details. */
export function KeyFacts({ entry }: Readonly<{ entry: EntryRecord }>) {
  const facts = factsOf(entry).filter(({ value }) => value !== null && value !== '')
  return (
    <section className="psr-entry__beside" aria-labelledby="facts-title">
      <h2 id="facts-title">{entry.kind === 'sharing-agreement' ? 'Agreement' : kindWords[entry.kind].title}</h2>
      {facts.length === 0 ? <p className="psr-quiet">Nothing is recorded yet.</p> : <Facts small facts={facts} />}
      <p><TextButton onClick={() => goToPart('details')}>All details</TextButton></p>
    </section>
  )
}

const fact = (term: string, value: ReactNode): Fact => ({ term, value })
const joined = (parts: readonly (string | null)[], by = ', '): string => parts.filter((part) => part !== null && part !== '').join(by)

function factsOf(entry: EntryRecord): Fact[] {
  switch (entry.kind) {
    case 'sharing-agreement': {
      const { fields } = entry
      const [first, ...others] = fields.parties
      return [
        fact('Party', first ? partyInWords(first) : null),
        fact('And', others.length > 2 ? `${others.length} more` : others.map(({ name }) => name).join(', ')),
        fact('Data', joined([fields.dataItems.join(', '), fields.identifiability && identifiabilityWords[fields.identifiability].toLowerCase()], '; ')),
        fact('Basis', joined([joined([fields.article6, fields.article9]), fields.confidentialityBasis && confidentialityWords[fields.confidentialityBasis].toLowerCase()], '; ')),
        fact('Section 251', joined([fields.section251Reference, fields.section251Expires && `ends ${dayMonthYear(fields.section251Expires)}`])),
        fact('Runs', runs(fields.startsOn, fields.endsOn)),
        fact('Notice', joined([fields.noticePeriod && periodInWords(fields.noticePeriod), fields.noticeClause])),
        fact('Setting', joined([fields.systemSetting, seen(fields.systemSettingCheckedOn)])),
      ]
    }
    case 'gp-connect-setting': {
      const { fields } = entry
      return [
        fact('Route', mechanismWords[fields.mechanism]), fact('System', fields.clinicalSystem && clinicalSystemWords[fields.clinicalSystem]),
        fact('Used by', fields.users), fact('Writes', fields.writtenForm && writtenFormWords[fields.writtenForm]),
        fact('Controls', joined([fields.reviewEveryMessage === true ? 'every message reviewed' : null, fields.stripCodes])),
        fact('Setting', seen(fields.settingCheckedOn)), fact('If off', fields.fallbackRoute),
      ]
    }
    case 'medicines-tool': {
      const { fields } = entry
      const mix = fields.messageMix
      return [
        fact('Product', joined([fields.product, fields.mode])), fact('Supplier', fields.supplier), fact('Paid by', fields.payer), fact('Set up by', fields.configurer),
        fact('Messages', mix && `safety ${mix.safety} %, quality ${mix.clinicalQuality} %, formulary ${mix.formulary} %, saving ${mix.saving} %`),
        fact('Takes out', fields.extraction), fact('Required by', fields.requiredBy),
      ]
    }
    case 'declaration': {
      const { fields } = entry
      return [
        fact('About', declarationSubjectWords[fields.subject]), fact('Asked by', fields.asker), fact('Due', fields.dueOn && dateInWords(fields.dueOn)),
        fact('Commits to', fields.commitsTo), fact('Payment', fields.payment),
      ]
    }
  }
}

function runs(from: IsoDate | null, to: IsoDate | null): string | null {
  if (from && to) return `${dayMonthYear(from)} to ${dayMonthYear(to)}`
  if (from) return `from ${dayMonthYear(from)}, no end recorded`
  return to ? `until ${dayMonthYear(to)}` : null
}

const seen = (on: IsoDate | null): string | null => (on === null ? null : `seen ${dayMonthYear(on)}`)
