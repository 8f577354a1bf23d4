import type { FocusEvent } from 'react'
import { FormProvider } from 'react-hook-form'
import { z } from 'zod'
import type { DecisionDetail } from '../../../shared/contract/decisions.ts'
import { dayInEngland, type IsoInstant } from '../../../shared/domain/date.ts'
import { decisionDraft } from '../../../shared/domain/decision-draft.ts'
import { Page } from '../../app/page.tsx'
import { TextButton } from '../../components/button.tsx'
import { clockTime, todayInEngland, whenInWords } from '../../components/format.ts'
import { useSchemaForm } from '../../components/form.tsx'
import { Banner } from '../../components/panel.tsx'
import { ClassTag, ForceTag, StateWord } from '../../components/tags.tsx'
import { EvidenceSection } from '../evidence/evidence-section.tsx'
import { AdvicePart } from './advice-part.tsx'
import { AskedPart } from './asked-part.tsx'
import { CancelButton } from './cancel-button.tsx'
import { ChooseVerb } from './choose-verb.tsx'
import { DatesPart } from './dates-part.tsx'
import { DecisionCrumb } from './decision-crumb.tsx'
import { EffectsPart } from './effects-part.tsx'
import { GroundsPart } from './grounds-part.tsx'
import { KeptPart } from './kept-part.tsx'
import { ReasonPart } from './reason-part.tsx'
import { StatementAside } from './statement-aside.tsx'
import { useAutosave } from './use-autosave.ts'
import { VoidedList } from './voided-list.tsx'

const schema = z.object({ draft: decisionDraft })

/** The time alone for today's work; with its day for older. */
const savedWhen = (at: IsoInstant): string => (dayInEngland(at) === todayInEngland() ? clockTime(at) : whenInWords(at, todayInEngland()))

type DraftProps = Readonly<{
  detail: DecisionDetail
  onFixed: () => void
  /** Back to the fixed text without having changed it. */
  onLeave?: () => void
}>

/** A decision being drawn up: what the gate says, what a person writes, and the statement as it would be fixed. */
export function DraftScreen({ detail, onFixed, onLeave }: DraftProps) {
  const { decision, entry } = detail
  const form = useSchemaForm(schema, { draft: decision.draft })
  const autosave = useAutosave(form, decision.id, decision.draft)
  const leftField = (event: FocusEvent) => { if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) void autosave.save() }
  const saved = autosave.saving ? 'saving' : autosave.error ? 'not saved' : `saved ${savedWhen(decision.changedAt)}`
  return (
    <Page
      title="Decide" note={<output>{decision.status === 'fixed' ? `${decision.ref}, fixed` : `Draft ${decision.ref}, ${saved}`}</output>}
      crumb={<DecisionCrumb entry={entry} />}
      acts={<><ClassTag of={entry.class} /><ForceTag of={entry.force} /><StateWord kind={entry.kind} state={entry.state} /></>}
    >
      {onLeave && (
        <div className="psr-decide__open">
          <Banner tone="warn" acts={<TextButton onClick={onLeave}>Leave it as it is</TextButton>}>
            <p><b>The statement is fixed. The first change takes it back.</b> Answers given to it are voided and stay in the trail; every partner is asked anew.</p>
          </Banner>
        </div>
      )}
      <FormProvider {...form}>
        <div className="psr-cols psr-decide" onBlur={leftField}>
          {/* Not a form: nothing is sent, it saves by itself, and the dialogs in it are forms of their own. */}
          <div>
            <ChooseVerb detail={detail} onBefore={autosave.save} />
            <ReasonPart />
            <KeptPart detail={detail} />
            <GroundsPart detail={detail} />
            <AskedPart detail={detail} />
            <EffectsPart />
            <DatesPart detail={detail} />
            <AdvicePart detail={detail} onBefore={autosave.save} />
            <EvidenceSection subject={{ kind: 'decision', id: decision.id, fixed: decision.status === 'fixed' }} evidence={decision.evidence} mayAttach onBefore={autosave.save} />
            <VoidedList decision={decision} />
            <CancelButton detail={detail} />
          </div>
          <StatementAside detail={detail} autosave={autosave} onFixed={onFixed} />
        </div>
      </FormProvider>
    </Page>
  )
}
