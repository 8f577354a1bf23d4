import { useState } from 'react'
import { z } from 'zod'
import type { Refusal } from '../../../shared/contract/reply.ts'
import { headTyped } from '../../../shared/trail/head-words.ts'
import type { Verdict } from '../../../shared/trail/verdict.ts'
import { useAct } from '../../app/use-call.ts'
import { call, isRefusal, refusalOf } from '../../bridge.ts'
import { Button, TextButton } from '../../components/button.tsx'
import { TextField } from '../../components/fields/text-field.tsx'
import { fieldId } from '../../components/fields/use-field.ts'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { countOf } from '../../components/format.ts'
import { Icon } from '../../components/icon.tsx'
import { RefusalDialog } from '../../components/refusal.tsx'
import { verdictLooks } from '../../components/verdict-banner.tsx'
import { Findings } from './findings.tsx'

const typed = z.object({ seq: z.string(), digits: z.string() }).transform(({ seq, digits }, ctx) => {
  const head = headTyped(seq, digits)
  if (head) return head
  const field = /^\s*[1-9][\d, ]*$/.test(seq) ? 'digits' : 'seq'
  ctx.addIssue({ code: 'custom', path: [field], message: field === 'seq' ? 'Enter the number of the event' : 'Enter the first 16 digits of the hash, as printed' })
  return z.NEVER
})

type Answer = Readonly<{ of: string | null; verdict: Verdict }>

/** A file that cannot be read is an answer too: the fourth verdict, which says nothing about the register. */
function unreadable({ happened, todo }: Refusal): Answer {
  const checked = { events: 0, signatures: 0, statements: 0, head: null, against: null }
  return { of: null, verdict: { verdict: 'could-not-check', summary: `${happened} ${todo}`, at: null, findings: [], checked } }
}

/** Whether today's trail extends what somebody else has kept: a file of theirs, or the line at the foot of their print. */
export function ComparePanel() {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const form = useSchemaForm(typed, { seq: '', digits: '' })
  const file = useAct('trail.compare-file')
  const choose = () => file.mutate({}, {
    onSuccess: (result) => { if (result) setAnswer({ of: result.fileName, verdict: result.verdict }) },
    onError: (error) => { if (isRefusal(error, 'could-not-read')) setAnswer(unreadable(refusalOf(error))) },
  })
  return (
    <section>
      <h2>Compare with an earlier PDF</h2>
      <p className="psr-quiet">Shows whether today’s trail extends what somebody else has kept.</p>
      <Button icon="file" className="psr-trail__file" busy={file.isPending} onClick={choose}>{file.isPending ? 'Comparing' : 'Choose a PDF or trail.json'}</Button>
      <Form form={form} className="psr-trail__typed" onSubmit={async ({ seq, digits }) => setAnswer({ of: `event ${seq.toLocaleString('en-GB')}`, verdict: await call('trail.compare-head', { seq, digits }) })}>
        <p className="psr-quiet">Or type the number and hash printed on it, or the line from the minutes into either field</p>
        <div className="psr-trail__head">
          <TextField name="seq" label="Event" />
          <TextField name="digits" label="First 16 digits" />
          <Button type="submit">Go</Button>
        </div>
      </Form>
      <output>{answer && <Compared answer={answer} />}</output>
      {file.isError && !isRefusal(file.error, 'could-not-read') && <RefusalDialog error={file.error} onClose={() => file.reset()} onTryAgain={choose} />}
    </section>
  )
}

/** When the two agree, what matters is only how much has come since. */
function addedSince({ verdict, checked: { against } }: Verdict): string | null {
  if (verdict !== 'matches' || !against) return null
  return against.since === 0 ? 'Nothing was added since.' : `${countOf(against.since, 'event')} ${against.since === 1 ? 'was' : 'were'} added since.`
}

function Compared({ answer: { of, verdict } }: Readonly<{ answer: Answer }>) {
  const { tone, icon, word } = verdictLooks[verdict.verdict]
  return (
    <div className={`psr-banner psr-banner--${tone} psr-trail__compared`}>
      <Icon name={icon} size={20} />
      <div className="psr-banner__body">
        <p><b>{word}.</b> {addedSince(verdict) ?? verdict.summary}</p>
        {of && <p className="psr-quiet psr-break">Compared with {of}.</p>}
        <Findings findings={verdict.findings.filter(({ text }) => text !== verdict.summary)} matches={verdict.verdict === 'matches'} />
        {verdict.verdict === 'could-not-check' && <TextButton onClick={() => document.getElementById(fieldId('seq'))?.focus()}>Type the number and hash</TextButton>}
      </div>
    </div>
  )
}
