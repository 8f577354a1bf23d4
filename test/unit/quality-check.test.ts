import { describe, expect, it } from 'vitest'
import { emptyFields } from '../../src/shared/domain/entry-fields.ts'
import type { GpConnectSettingFields, KindAndFields, MedicinesToolFields, SharingAgreementFields } from '../../src/shared/domain/entry-fields.ts'
import { entryQuality, lastingGaps } from '../../src/shared/domain/entry-gaps.ts'
import type { EntryRecord } from '../../src/shared/domain/entry-record.ts'
import { entryKinds } from '../../src/shared/domain/kind.ts'
import { qualityCheck, qualityGaps } from '../../src/shared/domain/quality-check.ts'
import type { QualityContext } from '../../src/shared/domain/quality-check.ts'
import { fieldWord } from '../../src/shared/domain/words.ts'

const today = '2026-11-22'
const context: QualityContext = {
  purposeClasses: ['secondary-use'], legalForce: 'voluntary', legalForceCheckedOn: '2026-11-09', state: 'active', hasOwner: true, evidenceCount: 2, today,
}

const complete: SharingAgreementFields = {
  parties: [{ name: 'Demo Integrated Care Board', role: 'controller', odsCode: 'QZZ' }], heldAt: 'Shared drive', version: '4', signedOn: '2025-03-12',
  dataItems: ['coded record'], specialCategory: true, identifiability: 'pseudonymised', article6: '6(1)(e)', article9: '9(2)(h)',
  confidentialityBasis: 'section-251', section251Reference: '26/CAG/0001', section251Expires: '2027-12-31', directionReference: null,
  nationalOptOut: 'applied', typeOneOptOut: 'applied', recipientGivesCare: false, method: 'secure transfer', location: 'UK', retention: '2 years',
  rightsHandling: 'The practice answers', privacyNotice: 'Website, section 4', dpiaReference: 'DPIA 12', dpiaOn: '2025-02-03',
  startsOn: '2025-04-02', endsOn: '2028-03-31', reviewOn: '2027-01-15', noticePeriod: 'P3M', noticeClause: 'clause 14.2', afterwards: 'Destroyed in 30 days',
  systemSetting: 'Data sharing manager', systemSettingCheckedOn: '2026-11-09',
}
const agreement = (change: Partial<SharingAgreementFields> = {}): KindAndFields => ({ kind: 'sharing-agreement', fields: { ...complete, ...change } })
const codes = (what: KindAndFields, change: Partial<QualityContext> = {}): string[] => qualityGaps(what, { ...context, ...change }).map(({ code }) => code)

const setting = (change: Partial<GpConnectSettingFields>): KindAndFields => ({
  kind: 'gp-connect-setting',
  fields: {
    mechanism: 'update-record', clinicalSystem: 'emis-web', direction: 'write', users: 'Community pharmacy', writtenForm: 'coded', settingPlace: 'Menu',
    settingCheckedOn: '2026-11-09', reviewEveryMessage: true, stripCodes: null, filingRole: 'Pharmacist', auditEvery: 'P1M', fallbackRoute: null,
    fallbackWatcher: null, reviewOn: '2027-01-15', ...change,
  },
})

describe('the quality check of an agreement', () => {
  it('finds nothing in one that is complete', () => {
    const { gaps, met, of } = qualityCheck(agreement(), context)
    expect(gaps).toEqual([])
    expect(met).toBe(of)
    expect(of).toBeGreaterThan(30)
  })

  it.each<[string, Partial<SharingAgreementFields>, string[]]>([
    ['no organisations', { parties: [] }, ['no-parties']],
    ['one without a role', { parties: [{ name: 'Demo Lab', role: null, odsCode: null }] }, ['party-without-role']],
    ['no lawful basis', { article6: null }, ['no-lawful-basis']],
    ['no Article 9 condition', { article9: null }, ['no-article-9']],
    ['no way confidence is met', { confidentialityBasis: null }, ['no-confidentiality-basis']],
    ['no section 251 reference', { section251Reference: null }, ['no-section-251-reference']],
    ['support that ended yesterday', { section251Expires: '2026-11-21' }, ['section-251-expired']],
    ['support that ends today', { section251Expires: today }, ['section-251-expiring']],
    ['support that ends in 90 days', { section251Expires: '2027-02-20' }, ['section-251-expiring']],
    ['support that ends in 91 days', { section251Expires: '2027-02-21' }, []],
    ['opt-outs not answered', { nationalOptOut: null, typeOneOptOut: null }, ['national-opt-out-open', 'type-1-opt-out-open']],
    ['opt-outs not applied', { nationalOptOut: 'not-applied' }, ['no-opt-out-beyond-care']],
    ['opt-outs exempt', { nationalOptOut: 'exempt', typeOneOptOut: 'exempt' }, []],
    ['no DPIA', { dpiaReference: null, dpiaOn: null }, ['no-dpia']],
    ['a DPIA three years old', { dpiaOn: '2023-11-22' }, []],
    ['a DPIA over three years old', { dpiaOn: '2023-11-21' }, ['dpia-old']],
    ['no end', { endsOn: null }, ['no-end']],
    ['an end that passed', { endsOn: '2026-11-21' }, ['past-its-end']],
    ['an end before the start', { endsOn: '2027-01-01', startsOn: '2027-02-01' }, ['ends-before-start']],
    ['no notice period', { noticePeriod: null, noticeClause: null }, ['no-notice-period']],
    ['a notice period without its clause', { noticeClause: null }, ['no-notice-clause']],
    ['silence about afterwards', { afterwards: null }, ['no-afterwards']],
    ['no review', { reviewOn: null }, ['no-review']],
    ['a review due yesterday', { reviewOn: '2026-11-21' }, ['review-overdue']],
    ['a review due today', { reviewOn: today }, []],
    ['implied consent for identifiable secondary use', { confidentialityBasis: 'implied-consent', identifiability: 'identifiable' }, ['implied-consent-beyond-care']],
    ['a setting nobody looked at', { systemSettingCheckedOn: null }, ['setting-not-checked']],
  ])('finds %s', (_, change, expected) => expect(codes(agreement(change))).toEqual(expected))

  it.each<[string, Partial<QualityContext>, string[]]>([
    ['no purpose', { purposeClasses: [] }, ['no-purpose']],
    ['a purpose nobody placed', { purposeClasses: ['secondary-use', 'undetermined'] }, ['purpose-undetermined']],
    ['an unknown force', { legalForce: 'unknown', legalForceCheckedOn: null }, ['force-unknown']],
    ['a force without a day', { legalForceCheckedOn: null }, ['force-not-checked']],
    ['a force checked over a year ago', { legalForceCheckedOn: '2025-11-21' }, ['force-check-old']],
    ['law without its direction', { legalForce: 'law' }, ['no-direction']],
    ['nobody who owns it', { hasOwner: false }, ['no-owner']],
    ['no evidence', { evidenceCount: 0 }, ['no-evidence']],
    ['evidence nobody counts', { evidenceCount: null }, []],
    ['care with opt-outs and section 251, at one who gives none', { purposeClasses: ['direct-care'] }, ['opt-out-on-care', 'section-251-on-care', 'care-without-carer']],
  ])('finds %s around it', (_, change, expected) => expect(codes(agreement(), change)).toEqual(expected))

  it('does not ask what does not arise', () => {
    const offered = agreement({ signedOn: null, heldAt: null })
    expect(codes(offered, { state: 'offered' })).toEqual([])
    expect(codes(offered)).toEqual(['not-dated', 'no-signed-copy'])
    expect(codes(agreement({ identifiability: 'aggregate', article9: null, nationalOptOut: 'not-applied' }))).toEqual([])
  })

  it('leaves out what depends on the day when there is no day', () => {
    const old = agreement({ reviewOn: '2020-01-01', endsOn: '2026-01-01', dpiaOn: '2015-01-01', section251Expires: '2020-01-01', startsOn: null })
    expect(codes(old)).toEqual(['review-overdue', 'section-251-expired', 'dpia-old', 'no-start', 'past-its-end'])
    expect(codes(old, { today: null, legalForceCheckedOn: '2010-01-01' })).toEqual(['no-start'])
  })
})

describe('the quality check of the other kinds', () => {
  const care = { purposeClasses: ['direct-care'] } as const

  it('asks a route that is off for its fallback, and one with controls for its controls', () => {
    expect(codes(setting({}), { ...care, state: 'on-with-controls' })).toEqual([])
    expect(codes(setting({}), { ...care, state: 'off' })).toEqual(['no-fallback', 'no-fallback-watcher'])
    expect(codes(setting({ reviewEveryMessage: false, auditEvery: null }), { ...care, state: 'on-with-controls' })).toEqual(['no-controls', 'no-audit'])
    expect(codes(setting({}), { ...care, state: 'unknown' })).toEqual(['state-unknown'])
    expect(codes(setting({ direction: 'read' }), care)).toEqual(['direction-does-not-fit'])
    expect(codes(setting({ settingCheckedOn: '2025-11-01' }), care)).toEqual(['setting-check-old'])
  })

  it('asks a tool that takes data out for its own entry', () => {
    const fields: MedicinesToolFields = {
      product: 'Demo prompts', supplier: 'Demo Software', mode: 'savings', configuration: 'as delivered', commissioner: 'Demo ICB', payer: 'Demo ICB',
      configurer: 'Demo ICB', messageMix: { safety: 10, clinicalQuality: 10, formulary: 30, saving: 50, on: '2026-05-01', source: 'supplier' },
      extraction: 'None', extractionEntry: null, requiredBy: null, reviewOn: '2027-01-15',
    }
    const tool = (change: Partial<MedicinesToolFields>): KindAndFields => ({ kind: 'medicines-tool', fields: { ...fields, ...change } })
    expect(codes(tool({}))).toEqual([])
    expect(codes(tool({ extraction: 'Nightly list of medicines' }))).toEqual(['extraction-not-linked'])
    expect(codes(tool({}), { legalForce: 'les' })).toEqual(['no-requiring-contract'])
    expect(codes(tool({ messageMix: null }))).toEqual(['no-message-mix'])
    expect(codes(tool({ messageMix: { ...fields.messageMix!, on: '2025-11-01' } }))).toEqual(['message-mix-old'])
  })

  it('calls a declaration overdue until it is decided', () => {
    const declaration: KindAndFields = {
      kind: 'declaration',
      fields: { subject: 'digital-telephony', asker: 'NHS England', dueOn: '2026-11-01', commitsTo: 'Monthly data', payment: 'none', reviewOn: '2027-01-15' },
    }
    expect(codes(declaration, { state: 'offered' })).toEqual(['declaration-overdue'])
    expect(codes(declaration, { state: 'deferred' })).toEqual([])
  })
})

describe('any quality check', () => {
  it('gives an empty entry of each kind gaps with a label, a rule and a next step, counted once each', () => {
    for (const kind of entryKinds) {
      const what = emptyFields(kind)
      const { gaps, met, of } = qualityCheck(what, { ...context, purposeClasses: [], legalForce: 'unknown', legalForceCheckedOn: null, hasOwner: false, evidenceCount: 0 })
      expect(met + gaps.length).toBe(of)
      expect(gaps.length).toBeGreaterThan(4)
      expect(new Set(gaps.map(({ code }) => code)).size).toBe(gaps.length)
      const known = new Set([...Object.keys(what.fields), 'purposes', 'legalForce', 'owner', 'standing', 'evidence'])
      for (const gap of gaps) {
        expect(known.has(gap.field ?? '')).toBe(true)
        expect(gap.nextStep).toMatch(/\.$/)
        expect(fieldWord(kind, gap.field ?? '')).toMatch(/^[A-Z]/)
      }
    }
  })

  it('does not check what is over', () => {
    expect(qualityCheck(emptyFields('sharing-agreement'), { ...context, state: 'closed' })).toEqual({ gaps: [], met: 0, of: 0 })
  })
})

describe('the gaps of an entry as the trail tells it', () => {
  const entry: EntryRecord = {
    kind: 'sharing-agreement', fields: { ...complete, article6: null, reviewOn: '2020-01-01' },
    id: '6f1f9a2e-6b1c-4f0e-9c55-0d2f1f7f5a01', ref: 'DSA-0001', title: 'Demo flow', summary: '', owner: null, tags: [],
    standing: { standing: 'signed', on: '2025-03-12', note: null }, state: 'active', force: null, clauses: [], purposes: [], purposesEver: 0, evidence: [],
    addedAt: '2026-11-01T09:00:00.000Z', changedAt: '2026-11-01T09:00:00.000Z',
  }

  it('keeps apart what lasts and what depends on the day', () => {
    const lasting = lastingGaps(entry).map(({ code }) => code)
    expect(lasting).toEqual(['no-purpose', 'force-unknown', 'no-owner', 'no-lawful-basis', 'no-evidence'])
    expect(entryQuality(entry, today).gaps.map(({ code }) => code)).toEqual(['no-purpose', 'force-unknown', 'no-owner', 'review-overdue', 'no-lawful-basis', 'no-evidence'])
  })
})
