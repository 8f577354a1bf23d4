import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { Link, useLocation, useSearch } from 'wouter'
import { z } from 'zod'
import type { LetterAbout, LetterSheet } from '../../../shared/contract/letters.ts'
import { letter as letterShape, type Letter } from '../../../shared/domain/letters/letter.ts'
import { draftedLetterWords } from '../../../shared/domain/words.ts'
import { Answer } from '../../app/answer.tsx'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { useAct, useAnswer } from '../../app/use-call.ts'
import { useDraft } from '../../app/use-draft.ts'
import { Button, LinkButton } from '../../components/button.tsx'
import { DraftNote } from '../../components/draft-note.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { Icon } from '../../components/icon.tsx'
import { Banner } from '../../components/panel.tsx'
import { aboutFrom, draftKeyOf } from './about.ts'
import { LetterFields } from './letter-fields.tsx'
import { LetterPaper } from './letter-paper.tsx'
import { SentDialog } from './sent-dialog.tsx'
import './letters.scss'

/** A letter filled in from the records, to be changed, saved as a PDF and marked as sent. Kept as a draft throughout. */
export function WriteScreen() {
  const about = aboutFrom(useSearch())
  const may = useMay('letter.export')
  if (!about) return <Nothing text="The address does not say what the letter is about." />
  if (!may) return <Nothing text="Your role does not write letters. What was sent stands in the log." />
  return <Write key={draftKeyOf(about)} about={about} />
}

function Nothing({ text }: Readonly<{ text: string }>) {
  return <Page title="Write a letter" crumb={<Link to={paths.letters}>Letters</Link>}><p>{text}</p><p className="psr-buttons"><LinkButton to={paths.letters}>Go to the letters</LinkButton></p></Page>
}

function Write({ about }: Readonly<{ about: LetterAbout }>) {
  const answer = useAnswer('letter.draft', { about })
  const [first, setFirst] = useState<LetterSheet>()
  // The form starts from the letter as it was first drafted; what is recorded meanwhile does not overwrite it.
  if (answer.data && !first) setFirst(answer.data)
  if (first) return <Sheet about={about} sheet={first} />
  return <Page title="Write a letter" crumb={<Link to={paths.letters}>Letters</Link>}><Answer of={answer} loading="Drafting the letter">{() => null}</Answer></Page>
}

export const writeForm = z.object({
  letter: letterShape,
  /** The PDF that was saved last, and the letter as it was then. */
  exported: z.object({ sha256: z.string(), fileName: z.string(), of: z.string() }).nullable(),
})
type Values = z.infer<typeof writeForm>

/** All that can be changed. The hash stays out: in the middle of a text its digits could look like an NHS number. */
const wordsOf = (letter: Letter): string => JSON.stringify({ ...letter, statementHash: null })

function Sheet({ about, sheet }: Readonly<{ about: LetterAbout; sheet: LetterSheet }>) {
  const [, go] = useLocation()
  const [sending, setSending] = useState(false)
  const form = useSchemaForm(writeForm, { letter: sheet.letter, exported: null })
  const draft = useDraft(form, draftKeyOf(about))
  const make = useAct('letter.export')
  const save = async ({ letter }: Values) => {
    const made = await make.mutateAsync({ about, letter })
    if (made) form.setValue('exported', { sha256: made.sha256, fileName: made.fileName, of: wordsOf(letter) })
    await draft.save()
  }
  const startAgain = () => { form.reset({ letter: sheet.letter, exported: null }); void draft.discard() }
  return (
    <Page sunken title={draftedLetterWords[sheet.kind]} note={noteOf(sheet)} crumb={<Crumb about={about} sheet={sheet} />}>
      {draft.ready && (
        <Form form={form} onSubmit={save} className="psr-letter">
          <div className="psr-letter__fields">
            <Missing sheet={sheet} />
            <LetterFields />
          </div>
          <div className="psr-letter__side">
            <Preview />
          </div>
          <div className="psr-letter__foot">
            <SaveAndSend onSend={() => setSending(true)} />
            <Button look="quiet" onClick={startAgain}>Start again from the records</Button>
            <span className="psr-end"><DraftNote draft={draft} /></span>
          </div>
        </Form>
      )}
      {sending && <SentDialog about={about} sheet={sheet} values={form.getValues()} onClose={() => setSending(false)} onSent={async (id) => { await draft.discard(); go(paths.letter(id)) }} />}
    </Page>
  )
}

const noteOf = ({ entries, decision, reminds }: LetterSheet): string =>
  [decision?.ref, reminds?.ref, entries.length === 1 ? entries[0]?.ref : `${entries.length} entries`].filter(Boolean).join(', ')

function Crumb({ about, sheet: { decision, entries } }: Readonly<{ about: LetterAbout; sheet: LetterSheet }>) {
  const [only] = entries
  return (
    <>
      <Link to={paths.letters}>Letters</Link>
      {about.kind === 'decision' && decision && <><span className="psr-quiet">/</span><Link to={paths.decide(decision.id)}>{decision.ref}</Link></>}
      {about.kind === 'entry' && only && <><span className="psr-quiet">/</span><Link to={paths.entry(only.id)}>{only.ref} {only.title}</Link></>}
    </>
  )
}

/** What the letter would be better for. None of it stops the letter: a line that lacks something is left out. */
function Missing({ sheet: { missing, alsoWith, recipient } }: Readonly<{ sheet: LetterSheet }>) {
  const { sender, addressee } = useLetter()
  const all = [
    ...missing,
    ...(sender.address ? [] : ['Your address is not entered yet.']), ...(sender.contact ? [] : ['Nobody to reach is named under the practice’s name yet.']),
    ...(addressee.length < 3 ? ['The postal address of whoever gets it is not entered yet.'] : []),
  ]
  return (
    <>
      {all.length > 0 && (
        <Banner tone="info">
          <p><b>What is missing.</b> The letter leaves out what is not recorded. Change it here, or record it first and start again.</p>
          <ul>{all.map((text) => <li key={text}>{text}</li>)}</ul>
        </Banner>
      )}
      {alsoWith > 0 && <p className="psr-letter__also"><Link to={paths.writeLetterTo(recipient)}>Write one letter about this and {alsoWith === 1 ? 'the other entry' : `${alsoWith} other entries`} with {recipient}</Link></p>}
    </>
  )
}

const useLetter = (): Letter => useWatch<Values, 'letter'>({ name: 'letter' })

function Preview() {
  return <LetterPaper letter={useLetter()} />
}

/** Saved first, sent outside the app, and then marked: the log names the very file that went out. */
function SaveAndSend({ onSend }: Readonly<{ onSend: () => void }>) {
  const letter = useLetter()
  const exported = useWatch<Values, 'exported'>({ name: 'exported' })
  const isSame = exported !== null && exported.of === wordsOf(letter)
  return (
    <>
      <Button type="submit" look={isSame ? 'secondary' : 'primary'} icon="file">Save as PDF</Button>
      {isSame && <Button look="primary" icon="send" onClick={onSend}>Mark as sent</Button>}
      <output className="psr-small psr-quiet">
        {isSame ? <span className="psr-row psr-ok"><Icon name="ok" size={16} />Saved as {exported.fileName}. Send it, then mark it as sent.</span>
          : exported ? 'Changed since it was saved. Save it again before you send it.' : 'This app sends nothing. Save the letter, send it yourself, then mark it as sent.'}
      </output>
    </>
  )
}
