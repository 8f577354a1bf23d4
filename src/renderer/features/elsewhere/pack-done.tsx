import type { OpenPack } from '../../../shared/contract/packs.ts'
import { Button } from '../../components/button.tsx'
import { countOf } from '../../components/format.ts'
import { Icon } from '../../components/icon.tsx'
import { answerWords } from '../sign-off/answer-words.ts'

type PackDoneProps = Readonly<{ pack: OpenPack; saved: string | null; busy: boolean; onSave: () => void; onLeave: () => void }>

/** Everything is answered: what was said, and the one thing left to do. */
export function PackDone({ pack, saved, busy, onSave, onLeave }: PackDoneProps) {
  return (
    <section className="psr-so__done" aria-labelledby="done-title">
      <span className="psr-ok"><Icon name="ok" size={40} /></span>
      <h2 id="done-title">{saved ? 'Send the file back to the practice' : 'Save your answers'}</h2>
      <p>{saved
        ? `${saved} holds your signed answers. Your answers count once somebody at the practice has brought the file back. Nothing of the pack stays on this computer; delete the pack file yourself when you no longer need it.`
        : `${countOf(pack.items.length, 'answer')} ${pack.items.length === 1 ? 'is' : 'are'} signed. Save them as one file and send that back to the practice.`}
      </p>
      <ul className="psr-else__given">
        {pack.items.map(({ asked: { hash, statement }, given }) => (
          <li key={hash}><span className="psr-quiet">{statement.decision.ref}</span> {statement.title}{given && <b>: {answerWords[given.answer].past.toLowerCase()}</b>}</li>
        ))}
      </ul>
      <p className="psr-buttons">
        <Button look={saved ? 'secondary' : 'primary'} icon="send" busy={busy} onClick={onSave}>{saved ? 'Save it again' : 'Save your answers'}</Button>
        {saved && <Button look="primary" onClick={onLeave}>Close the pack</Button>}
      </p>
    </section>
  )
}
