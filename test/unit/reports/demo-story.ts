import { readFileSync } from 'node:fs'
import { positionSet } from '../../../src/shared/domain/position.ts'
import { openBook, type Book } from './demo-trail.ts'

const set = positionSet.parse(JSON.parse(readFileSync(new URL('../../../resources/positions.json', import.meta.url), 'utf8')))

/** A practice's year: some entries of each kind, and decisions in every state, one of them voided and fixed again. */
export function demoStory(): Book {
  const book = openBook()
  const system = { id: 'system', name: 'Practice Sharing Register', role: 'system' } as const
  book.record(system, { type: 'register.created', subject: { kind: 'register', id: book.registerId }, data: {
    practice: { name: 'Demo Surgery', ods: 'A99999', contractType: 'gms', clinicalSystem: 'emis-web', icb: 'Demo Integrated Care Board', pcn: 'Demo Primary Care Network' },
    policy: { quorum: 'majority', number: null, waitForAll: false, secondCheck: true, ownCheckReason: null, contractBindsFrom: null },
  } })
  const lead = book.addPerson(system, 'Data protection lead', 'data-protection-lead')
  const a = book.addPerson(lead, 'Partner A', 'partner')
  book.addPerson(lead, 'Partner B', 'partner')
  book.addPerson(lead, 'Partner C', 'partner')
  book.addPerson(lead, 'Practice manager', 'practice-manager')
  book.record(lead, { type: 'session.signed-in', subject: { kind: 'person', id: lead.id }, data: {} })
  book.record(lead, { type: 'positions.loaded', subject: { kind: 'register', id: book.registerId }, data: { version: set.version, positions: set.positions } })

  const board = { name: 'Demo Integrated Care Board', role: 'controller', odsCode: 'QZZ' }
  const agreement = (title: string, party: string, extra: Record<string, unknown> = {}) =>
    book.addEntry(lead, 'sharing-agreement', title, 'signed', { parties: [{ ...board, name: party }], signedOn: '2024-04-03', reviewOn: '2026-11-20', ...extra })
  const record = agreement('Local shared care record', 'Demo ICB', { reviewOn: '2026-11-01', article6: 'Article 6(1)(e)', article9: 'Article 9(2)(h)' })
  const risk = agreement('ICB risk stratification for planning', 'Demo Integrated Care Board', { noticePeriod: 'P3M', noticeClause: 'clause 14.2', dataItems: ['Diagnoses', 'Medication'] })
  const research = agreement('Research database', 'Demo University')
  const workload = agreement('Workload dashboard', 'Demo Primary Care Network', { reviewOn: '2027-01-08' })
  const ward = agreement('Virtual ward and urgent care', 'Demo Community Trust', { reviewOn: '2027-01-15' })
  const platform = book.addEntry(lead, 'sharing-agreement', 'Population health platform, phase 2', 'offered', { parties: [board], reviewOn: '2027-03-31' })
  const update = book.addEntry(lead, 'gp-connect-setting', 'GP Connect Update Record', 'on', { mechanism: 'update-record', clinicalSystem: 'emis-web', direction: 'write', users: 'Write, community pharmacy', reviewOn: '2026-12-28' })
  const tool = book.addEntry(lead, 'medicines-tool', 'Prescribing tool: savings profile', 'on', { supplier: 'Demo Supplier', commissioner: 'Paid for by the ICB', messageMix: { safety: 12, clinicalQuality: 18, formulary: 25, saving: 45, on: '2026-09-01', source: 'Supplier report' }, reviewOn: '2027-01-31' })
  const phone = book.addEntry(lead, 'declaration', 'Digital telephony data', 'offered', { subject: 'digital-telephony', asker: 'NHS England', dueOn: '2027-03-31' })

  book.addPurpose(lead, record, 'show the record to the clinician who treats the patient', 'individual-care', 'direct-care')
  book.addPurpose(lead, record, 'plan services for the population', 'planning', 'secondary-use')
  const planning = book.addPurpose(lead, risk, 'stratify the population by risk for planning', 'planning', 'secondary-use')
  book.record(a, { type: 'purpose.checked', subject: { kind: 'entry', id: risk }, data: { purpose: planning, text: 'stratify the population by risk for planning', ownCheckReason: null } })
  book.addPurpose(lead, research, 'support approved research studies', 'research', 'secondary-use')
  book.addPurpose(lead, workload, 'compare the workload of practices', 'planning', 'secondary-use')
  book.addPurpose(lead, ward, 'care for patients at home', 'individual-care', 'direct-care')
  book.addPurpose(lead, platform, 'improve population health', 'unclear', 'undetermined', false)
  book.addPurpose(lead, update, 'record what the pharmacy did for the patient', 'individual-care', 'direct-care')
  book.addPurpose(lead, tool, 'reduce the cost of prescribing', 'cost', 'secondary-use')

  book.addForce(lead, record, 'voluntary', 'Clause 2')
  book.addForce(lead, risk, 'voluntary', 'Clause 2; not in the LES schedule 2026/27')
  book.addForce(lead, update, 'core-contract', 'GMS Regulations, October 2025')
  book.addForce(lead, tool, 'les', 'LES schedule 4')
  book.addForce(lead, phone, 'law', 'Data Provision Notice, cloud-based telephony')
  book.addForce(lead, workload, 'voluntary', null)
  book.addForce(lead, ward, 'des', 'Network contract DES')

  book.wait(180)
  book.record(lead, { type: 'entry.changed', subject: { kind: 'entry', id: risk }, data: { changes: [{ field: 'fields.reviewOn', from: '2026-11-20', to: '2026-12-09' }] } })
  book.record(lead, { type: 'entry.changed', subject: { kind: 'entry', id: research }, data: { changes: [
    { field: 'title', from: 'Research database', to: 'Research database, all studies' }, { field: 'fields.noticePeriod', from: null, to: 'P3M' },
  ] } })
  book.record(lead, { type: 'session.refused', subject: { kind: 'person', id: a.id }, data: { tries: 1, at: 'sign-in' } })
  book.record(lead, { type: 'action.chosen', subject: { kind: 'register', id: book.registerId }, data: { action: 'dsa-secondary-withdraw', choice: 'taken', on: '2026-11-01', reason: 'The partners met on 30 October.' } })

  const position = set.positions.find(({ subject, sourcesDiffer }) => subject === 'dsa-secondary-withdraw' && sourcesDiffer) ?? set.positions.find(({ subject }) => subject === 'dsa-secondary-withdraw') ?? null
  const withdraw = book.draw(lead, risk, 'withdraw', {
    reason: 'The flow plans services and helps no named patient. The DPIA is out of date, and a request for a new one on 2 September was not answered.',
    effects: { service: 'The monthly risk report stops.', money: 'No payment depends on it, as far as the LES schedule shows.', patients: 'No one’s care relies on it.', contract: 'Clause 14.2 binds us to give notice.' },
    staysTheSame: 'The shared care record and referrals go on unchanged.', whatChanges: ['The system setting is switched off on the day.', 'The reception team is told.'],
    noticeReceivedOn: '2026-12-02', effectiveOn: '2027-03-02', lastExtractOn: '2027-03-01', dataEnding: 'destroy', dataEndingBy: '2027-04-01',
  })
  book.record(lead, { type: 'decision.advice-recorded', subject: { kind: 'decision', id: withdraw }, data: { advice: { role: 'dpo', name: 'Data protection officer', view: 'for', text: 'I see no duty to continue. Tell patients through the privacy notice and keep the notice letter.', on: '2026-11-01' } } })
  const first = book.fix(lead, withdraw, position)
  book.answer('Partner A', withdraw, first, 'disagree', 'The notice date is wrong.')
  book.record(lead, { type: 'decision.voided', subject: { kind: 'decision', id: withdraw }, data: { statementHash: first, changes: [{ field: 'noticeReceivedOn', from: '2026-12-02', to: '2026-12-03' }] } })
  const second = book.fix(lead, withdraw, position)
  book.wait(1)
  book.answer('Partner A', withdraw, second, 'agree')
  book.answer('Partner B', withdraw, second, 'agree', 'Ask again for the DPIA in the letter.')
  book.close(withdraw)

  const freeze = book.draw(lead, platform, 'freeze', { reason: 'The purpose is not clear.', endsOn: '2027-03-31', exitCondition: 'The board says in writing what each purpose is.', effectiveOn: '2026-11-10' })
  const frozen = book.fix(lead, freeze, null)
  book.answer('Partner B', freeze, frozen, 'disagree', 'We should ask first.')
  book.answer('Partner C', freeze, frozen, 'disagree', 'I sit on an ICB committee, and this should wait.')
  book.close(freeze)

  const off = book.draw(lead, update, 'keep-with-controls', { reason: 'It is required; we review every message.', clinicalSafetyNote: 'Nothing is lost.', effectiveOn: '2026-11-12' })
  book.answer('Partner C', off, book.fix(lead, off, set.positions.find(({ subject, code }) => subject === 'update-record-off' && code === 'required-by-contract') ?? null), 'stand-aside', 'I own a pharmacy.')
  book.draw(lead, tool, 'switch-off', { reason: 'It puts savings before care.' })
  const dropped = book.draw(lead, workload, 'withdraw', { reason: 'Not needed.' })
  book.record(lead, { type: 'decision.cancelled', subject: { kind: 'decision', id: dropped }, data: { reason: 'Drawn up twice by mistake.' } })
  book.record(lead, { type: 'export.made', subject: { kind: 'register', id: book.registerId }, data: {
    report: 'trail', scope: { kind: 'whole', ref: null, from: null, to: null }, fileName: 'audit-trail.pdf', sha256: 'a'.repeat(64), bytes: 120_000,
    head: { seq: book.events.length, hash: book.hashes.at(-1) ?? '' },
  } })
  return book
}
