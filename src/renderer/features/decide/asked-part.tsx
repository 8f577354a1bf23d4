import { Link } from 'wouter'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import type { Requirement } from '../../../shared/domain/gate-answer.ts'
import { requirementWords } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { SelectField } from '../../components/fields/select-field.tsx'
import { TextArea } from '../../components/fields/text-field.tsx'
import { Icon } from '../../components/icon.tsx'
import { Section } from '../../components/panel.tsx'

/** What the rules ask for in this case, and only then. */
export function AskedPart({ detail }: Readonly<{ detail: DecisionDetail }>) {
  const { required, decision, partners, entry } = detail
  const asks = new Set<Requirement>(required.map(({ requirement }) => requirement))
  const findOut = required.filter(({ requirement, met }) => (requirement === 'find-out-class' || requirement === 'find-out-force') && !met)
  const against = decision.advice.some(({ view }) => view === 'against')
  const override = asks.has('override-reason') || asks.has('find-out-class') || asks.has('find-out-force') || against || !!decision.draft.overrideReason
  const notice = asks.has('notice-period') || !!decision.draft.noticePeriodWording
  const some = override || notice || asks.has('clinical-safety-note') || asks.has('second-partner') || asks.has('contract-reference')
  if (!some) return null
  return (
    <Section title="What the rules ask for" aside="Printed with the decision">
      {findOut.length > 0 && (
        <ul className="psr-decide__findout">
          {findOut.map(({ requirement, said }) => (
            <li key={requirement} className="psr-row psr-row--top"><span className="psr-warn"><Icon name="warn" size={17} /></span>
              <span>{said} <Link to={`${paths.entry(entry.id)}#${requirement === 'find-out-class' ? 'purposes' : 'force'}`} className="psr-in-text">Go to the entry</Link></span>
            </li>
          ))}
        </ul>
      )}
      {override && <TextArea name="draft.overrideReason" nullable rows={3} label={requirementWords['override-reason'].label} hint={overrideHint(asks, against)} />}
      {asks.has('clinical-safety-note') && <TextArea name="draft.clinicalSafetyNote" nullable rows={3} label={requirementWords['clinical-safety-note'].label} hint={requirementWords['clinical-safety-note'].ask} />}
      {asks.has('contract-reference') && <TextArea name="draft.contractReference" nullable rows={2} label={requirementWords['contract-reference'].label} hint={requirementWords['contract-reference'].ask} />}
      {notice && (
        <>
          <TextArea name="draft.noticePeriodWording" nullable rows={2} label={requirementWords['notice-period'].label} hint={requirementWords['notice-period'].ask} />
          <p className="psr-small psr-decide__after">Better still, <Link to={`${paths.editEntry(entry.id)}#noticePeriod`} className="psr-in-text">record it in the entry</Link>: then the dates are worked out.</p>
        </>
      )}
      {asks.has('second-partner') && (
        <SelectField name="draft.secondPartner" label={requirementWords['second-partner'].label} hint="Without this partner’s agreement it cannot be made, whatever the others say." options={partners.map(({ id, name }) => ({ value: id, label: name }))} none="Choose a partner" />
      )}
    </Section>
  )
}

function overrideHint(asks: ReadonlySet<Requirement>, against: boolean): string {
  if (asks.has('override-reason')) return requirementWords['override-reason'].ask
  return against ? 'Advice was given against it. Write why the practice goes ahead.' : 'Write why the decision cannot wait until that is found out.'
}
