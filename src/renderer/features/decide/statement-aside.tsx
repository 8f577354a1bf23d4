import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import { keyOf } from '../../app/query-keys.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { call, isRefusal, refusalOf } from '../../bridge.ts'
import { Button, TextButton } from '../../components/button.tsx'
import { fieldId } from '../../components/fields/use-field.ts'
import { countOf } from '../../components/format.ts'
import { RefusalDialog, RefusalPanel } from '../../components/refusal.tsx'
import { StatementSheet } from '../../components/statement-sheet.tsx'
import type { Autosave } from './use-autosave.ts'

type AsideProps = Readonly<{ detail: DecisionDetail; autosave: Autosave; onFixed: () => void }>

/** The statement as it would be fixed now, and the one button that fixes it; or what is still missing. */
export function StatementAside({ detail, autosave, onFixed }: AsideProps) {
  const { decision, missing, needs, gate } = detail
  const client = useQueryClient()
  const [, go] = useLocation()
  const mayFix = useMay('decision.fix')
  const fix = useMutation({
    mutationFn: async () => {
      if (!(await autosave.save())) return
      client.setQueryData(keyOf('decision.get', { id: decision.id }), await call('decision.fix', { id: decision.id }))
      onFixed()
      go(paths.decide(decision.id), { replace: true })
      window.scrollTo(0, 0)
    },
  })
  const refused = gate.answer === 'not-available'
  const ready = missing.length === 0 && !refused && autosave.error === null && decision.status === 'draft'
  return (
    <aside className="psr-decide__aside" aria-label="Statement preview">
      <p className="psr-small psr-quiet">{decision.status === 'fixed' ? 'The statement as it is fixed.' : 'Statement preview. It follows what you write, until it is fixed.'}</p>
      {/* It scrolls by itself, so keys have to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="psr-decide__preview" tabIndex={0} aria-label="Statement">
        <StatementSheet statement={detail.statement} hash={detail.statementHash} fixedAt={null} />
      </section>
      {autosave.error !== null && <NotSaved autosave={autosave} />}
      {decision.status === 'draft' && (
        <div className="psr-decide__fix">
          <div className="psr-row">
            {mayFix && <Button look="primary" aria-describedby="fix-why" busy={!ready || fix.isPending} onClick={() => fix.mutate()}>Fix and ask partners</Button>}
            <Button look="quiet" busy={autosave.saving} onClick={() => { void autosave.save() }}>Save draft</Button>
          </div>
          <div id="fix-why" className="psr-small">
            {ready && <p className="psr-quiet">After this the text cannot change. A new text voids all answers. Needs {needs.agree} of {countOf(needs.partners, 'partner')}.</p>}
            {refused && <p className="psr-bad">This cannot be decided for that day: {gate.reasons[0]?.text}</p>}
            {missing.length > 0 && <Missing detail={detail} />}
          </div>
        </div>
      )}
      {fix.isError && <RefusalDialog error={fix.error} onClose={() => fix.reset()} onTryAgain={() => fix.mutate()} />}
    </aside>
  )
}

/** Why what was typed last is only on the screen: the field it is about, or what went wrong. */
function NotSaved({ autosave }: Readonly<{ autosave: Autosave }>) {
  if (isRefusal(autosave.error, 'not-signed-in')) return null
  const fields = Object.entries(refusalOf(autosave.error).fields ?? {})
  if (fields.length === 0) return <RefusalPanel error={autosave.error} onTryAgain={() => { void autosave.save() }} />
  return (
    <div className="psr-small" role="alert">
      <p className="psr-bad psr-strong">Not saved</p>
      <ul className="psr-decide__missing">{fields.map(([field, [text]]) => <li key={field}><TextButton onClick={() => goToField(field)}>{text}</TextButton></li>)}</ul>
    </div>
  )
}

/** Each thing that stands in the way, leading to where it is answered. */
function Missing({ detail: { missing, entry } }: Readonly<{ detail: DecisionDetail }>) {
  return (
    <>
      <p><b>Before it can be fixed</b></p>
      <ul className="psr-decide__missing">
        {missing.map(({ field, text }) => (
          <li key={`${field}${text}`}>{field === 'purposes' ? <Link to={`${paths.entry(entry.id)}#purposes`}>{text}</Link> : <TextButton onClick={() => goToField(field)}>{text}</TextButton>}</li>
        ))}
      </ul>
    </>
  )
}

function goToField(field: string): void {
  const target = document.getElementById(fieldId(field)) ?? document.getElementById(field)
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}
