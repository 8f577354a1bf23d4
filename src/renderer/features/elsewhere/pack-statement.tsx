import { useEffect } from 'react'
import type { z } from 'zod'
import type { OpenPack } from '../../../shared/contract/packs.ts'
import type { PackedStatement } from '../../../shared/pack/sign-off-pack.ts'
import { call } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { besideField, isAboutPassphrase } from '../../components/passphrase-refusal.ts'
import { StatementSheet } from '../../components/statement-sheet.tsx'
import { useSecondsLeft, WaitNotice } from '../../components/wait-notice.tsx'
import { ActionSheet } from '../sign-off/action-sheet.tsx'
import { AnswerFields, answerSchema } from '../sign-off/answer-fields.tsx'
import { PositionSince } from '../sign-off/position-since.tsx'

type PackStatementProps = Readonly<{ pack: OpenPack; asked: PackedStatement; more: boolean; onSigned: (pack: OpenPack) => void }>

/** The same sheet as at the practice, and beside it the answer. That it was shown is noted with the time. */
export function PackStatement({ pack, asked, more, onSigned }: PackStatementProps) {
  const form = useSchemaForm(answerSchema, { comment: '', passphrase: '' })
  const refresh = async () => {
    const now = await call('elsewhere.get', {})
    if (now) onSigned(now)
  }
  const secondsLeft = useSecondsLeft(pack.waitUntil, () => { void refresh() })
  useEffect(() => { void call('elsewhere.shown', { statementHash: asked.hash }).catch(() => undefined) }, [asked.hash])
  const send = async ({ answer, comment, passphrase }: z.output<typeof answerSchema>) => {
    try {
      onSigned(await call('elsewhere.answer', { statementHash: asked.hash, answer, comment: comment === '' ? null : comment, passphrase }))
    } catch (error) {
      if (isAboutPassphrase(error)) {
        form.resetField('passphrase')
        void refresh()
      }
      throw besideField(error, 'passphrase')
    }
  }
  const waiting = secondsLeft > 0
  return (
    <>
      {asked.kind === 'decision' && asked.positionSince && <PositionSince now={asked.positionSince} />}
      <div className="psr-so">
        {asked.kind === 'decision'
          ? <StatementSheet statement={asked.statement} hash={asked.hash} fixedAt={asked.fixedAt} />
          : <ActionSheet asked={{ statement: asked.statement, statementHash: asked.hash, proposedAt: asked.fixedAt }} />}
        <div className="psr-so__side">
          <Form form={form} onSubmit={send} className="psr-so__answer">
            <AnswerFields />
            {waiting && pack.waitUntil && <WaitNotice until={pack.waitUntil} secondsLeft={secondsLeft} />}
            <Button type="submit" look="primary" className="psr-button--wide" busy={waiting || form.formState.isSubmitting}>{form.formState.isSubmitting ? 'Signing' : more ? 'Sign and go to the next' : 'Sign'}</Button>
            <p className="psr-small psr-quiet">{ruleInWords(pack)} Your answer counts once the practice has brought the file back, and stays for good.</p>
          </Form>
        </div>
      </div>
    </>
  )
}

function ruleInWords({ rule: { quorum, number, waitForAll, partners } }: OpenPack): string {
  const needed = { all: 'All partners have to agree', majority: `More than half of ${partners} partners have to agree`, number: `${number ?? partners} of ${partners} partners have to agree` }[quorum]
  return `${needed}${waitForAll ? ', once everybody has answered' : ''}.`
}
