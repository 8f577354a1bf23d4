import { useState } from 'react'
import { entryCalls } from '../../../../shared/contract/entries.ts'
import type { PurposeRecord } from '../../../../shared/domain/entry-record.ts'
import { classWords } from '../../../../shared/domain/words.ts'
import { useMay, useSession } from '../../../app/session-context.ts'
import { useAct, useAnswer } from '../../../app/use-call.ts'
import { Button, TextButton } from '../../../components/button.tsx'
import { TextArea } from '../../../components/fields/text-field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { useSchemaForm } from '../../../components/form.tsx'
import { RefusalDialog } from '../../../components/refusal.tsx'
import type { Categories } from '../use-categories.ts'
import { ClassifyForm } from './classify-form.tsx'

type ActsProps = Readonly<{ entry: string; purpose: PurposeRecord; categories: Categories; onConfirmed: () => void }>

/** What may be done with a purpose: confirm, change, have it checked, reword, take out. Only what the person's role allows. */
export function PurposeActs({ entry, purpose, categories, onConfirmed }: ActsProps) {
  const [open, setOpen] = useState<'class' | 'words' | 'remove' | null>(null)
  const mayClassify = useMay('purpose.classify')
  const classify = useAct('purpose.classify')
  const { proposal, confirmed } = purpose
  const close = () => setOpen(null)
  const confirm = () => {
    if (!proposal) return
    classify.mutate({ entry, purpose: purpose.id, category: proposal.category, class: proposal.class, reason: null }, { onSuccess: onConfirmed })
  }
  if (open === 'class') {
    return (
      <ClassifyForm
        categories={categories} proposal={proposal} start={confirmed?.classification ?? null} onCancel={close}
        onSubmit={async (values) => { await classify.mutateAsync({ entry, purpose: purpose.id, ...values }); close(); onConfirmed() }}
      />
    )
  }
  return (
    <div className="psr-purpose__acts">
      {mayClassify && (!confirmed || purpose.proposedAgain) && proposal && (
        <Button small data-confirm="" icon="tick" busy={classify.isPending} onClick={confirm}>Confirm {classWords[proposal.class].toLowerCase()}</Button>
      )}
      <CheckAct entry={entry} purpose={purpose} />
      {mayClassify && (confirmed || proposal
        ? <TextButton onClick={() => setOpen('class')}>Change the class<span className="psr-vh"> of purpose {purpose.number}</span></TextButton>
        : <Button small data-confirm="" onClick={() => setOpen('class')}>Say what it is for<span className="psr-vh">, purpose {purpose.number}</span></Button>)}
      {mayClassify && <TextButton onClick={() => setOpen('words')}>Reword<span className="psr-vh"> purpose {purpose.number}</span></TextButton>}
      {mayClassify && <TextButton onClick={() => setOpen('remove')}>Take out<span className="psr-vh"> purpose {purpose.number}</span></TextButton>}
      {classify.isError && <RefusalDialog error={classify.error} onClose={() => classify.reset()} onTryAgain={confirm} />}
      {open === 'words' && <WordsDialog entry={entry} purpose={purpose} onClose={close} />}
      {open === 'remove' && <RemoveDialog entry={entry} purpose={purpose} onClose={close} />}
    </div>
  )
}

/** A second person looks at the class; whoever confirmed it may not, unless the practice's policy says why. */
function CheckAct({ entry, purpose: { id, number, confirmed, checked } }: Readonly<{ entry: string; purpose: PurposeRecord }>) {
  const { person } = useSession()
  const mayCheck = useMay('purpose.check')
  const practice = useAnswer('practice.get', {})
  const check = useAct('purpose.check')
  if (!confirmed || checked) return null
  const { secondCheck = false, ownCheckReason = null } = practice.data?.policy ?? {}
  const own = confirmed.by.id === person.id
  if (!mayCheck || (own && ownCheckReason === null)) return secondCheck ? <span className="psr-quiet">Waits for a second person to check it.</span> : null
  return (
    <>
      <Button small icon="ok" busy={check.isPending} onClick={() => check.mutate({ entry, purpose: id })}>
        {own ? 'Check it yourself' : 'I have checked it'}<span className="psr-vh">, purpose {number}</span>
      </Button>
      {check.isError && <RefusalDialog error={check.error} onClose={() => check.reset()} />}
    </>
  )
}

type DialogProps = Readonly<{ entry: string; purpose: PurposeRecord; onClose: () => void }>
const words = entryCalls['purpose.change'].input.omit({ entry: true, purpose: true })
const removal = entryCalls['purpose.remove'].input.omit({ entry: true, purpose: true })

function WordsDialog({ entry, purpose, onClose }: DialogProps) {
  const form = useSchemaForm(words, { text: purpose.text })
  const change = useAct('purpose.change')
  return (
    <FormDialog title={`Reword purpose ${purpose.number}`} form={form} onClose={onClose} send="Save the words" onSubmit={(values) => change.mutateAsync({ entry, purpose: purpose.id, ...values })}>
      <TextArea name="text" label="What the data are used for" hint="The new words have to be confirmed and checked again." rows={4} />
    </FormDialog>
  )
}

function RemoveDialog({ entry, purpose, onClose }: DialogProps) {
  const form = useSchemaForm(removal, { reason: '' })
  const remove = useAct('purpose.remove')
  return (
    <FormDialog title={`Take out purpose ${purpose.number}`} form={form} onClose={onClose} send="Take it out" onSubmit={(values) => remove.mutateAsync({ entry, purpose: purpose.id, ...values })}>
      <blockquote className="psr-clause psr-dialog__lead">{purpose.text}</blockquote>
      <TextArea name="reason" label="Why it goes" hint="The purpose and the reason stay in the trail." rows={2} />
    </FormDialog>
  )
}
