import type { CallOutput } from '../../../shared/contract/contract.ts'
import { headInWords } from '../../../shared/trail/head-words.ts'
import { CopyButton } from '../../components/refusal.tsx'

/** A head that others hold is what shows a cut or a chain made anew, and minutes are held by many. */
export function HeadForMinutes({ head }: Readonly<{ head: CallOutput<'trail.list'>['head'] }>) {
  const words = headInWords(head)
  return (
    <section>
      <h2>For the minutes of a meeting</h2>
      <p className="psr-quiet">Put this line into them. Whoever keeps the minutes can later tell whether the trail still extends it.</p>
      <p className="psr-trail__line">{words}</p>
      <CopyButton text={() => words}>Copy the line</CopyButton>
    </section>
  )
}
