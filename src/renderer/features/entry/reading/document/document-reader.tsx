import { useEffect, useRef, useState } from 'react'
import type { DocumentRead } from '../../../../../shared/contract/catalogue.ts'
import { Button, TextButton } from '../../../../components/button.tsx'
import { Dialog } from '../../../../components/dialog.tsx'
import { countOf } from '../../../../components/format.ts'
import { Banner } from '../../../../components/panel.tsx'

/** Words of the file. The page is null where the file has none of its own. */
export type Taken = Readonly<{ text: string; page: number | null }>

type ReaderProps = Readonly<{ read: DocumentRead; onTake: (taken: Taken) => void; onClose: () => void }>

/** The pages of a file with their text, the likely part marked. The person marks what to take, by mouse or by keyboard. */
export function DocumentReader({ read, onTake, onClose }: ReaderProps) {
  const { fileName, kind, pages, likely, note, scanned } = read
  const [at, setAt] = useState(likely?.page ?? pages.find(({ text }) => text !== '')?.number ?? 1)
  const [unmarked, setUnmarked] = useState(false)
  const words = useRef<HTMLTextAreaElement>(null)
  const page = pages.find(({ number }) => number === at)
  const text = page?.text ?? ''
  useEffect(() => {
    const box = words.current
    if (!box || likely?.page !== at) return
    box.focus()
    box.setSelectionRange(likely.start, likely.end)
  }, [at, likely])
  const give = (part: string) => onTake({ text: part.trim(), page: kind === 'pdf' ? at : null })
  const giveMarked = () => {
    const { selectionStart = 0, selectionEnd = 0 } = words.current ?? {}
    const marked = text.slice(selectionStart, selectionEnd)
    if (marked.trim() === '') setUnmarked(true)
    else give(marked)
  }
  return (
    <Dialog title={fileName} wide onClose={onClose}>
      {note && <Banner tone={scanned ? 'bad' : 'warn'}>{note}</Banner>}
      {!scanned && (
        <div className="psr-doc">
          {kind === 'pdf' && <PageList pages={pages} at={at} onPage={(number) => { setUnmarked(false); setAt(number) }} />}
          <div>
            <label className="nhsuk-label" htmlFor="document-words">{kind === 'pdf' ? `Page ${at}` : 'The text of the file'}</label>
            <p className="nhsuk-hint" id="document-hint">{likely?.page === at ? 'The part that looks most like a purpose clause is marked. Mark another if it is not the right one.' : 'Mark the clause with the mouse, or with Shift and the arrow keys.'}</p>
            {text === '' ? <p className="psr-quiet">{page?.picture ? 'This page is a picture: its text cannot be read here.' : 'This page holds no text that can be read.'}</p> : (
              <textarea ref={words} key={at} id="document-words" className="nhsuk-textarea psr-doc__words" readOnly rows={16} value={text} aria-describedby="document-hint" />
            )}
            {unmarked && <p className="psr-warn psr-small" role="alert">Nothing is marked yet. Mark the words of the clause, or take the whole page.</p>}
          </div>
        </div>
      )}
      <div className="psr-buttons">
        {!scanned && text !== '' && <Button look="primary" onClick={giveMarked}>Take what is marked</Button>}
        {!scanned && text !== '' && <Button onClick={() => give(text)}>{kind === 'pdf' ? 'Take the whole page' : 'Take the whole text'}</Button>}
        <TextButton onClick={onClose}>{scanned ? 'Close' : 'Cancel'}</TextButton>
      </div>
    </Dialog>
  )
}

type PageListProps = Readonly<{ pages: DocumentRead['pages']; at: number; onPage: (number: number) => void }>

/** Every page, with how many purposes the rules see on it. */
function PageList({ pages, at, onPage }: PageListProps) {
  return (
    <ol className="psr-doc__pages" aria-label="Pages">
      {pages.map(({ number, purposes, picture, text }) => (
        <li key={number}>
          <button type="button" aria-current={number === at ? 'page' : undefined} onClick={() => onPage(number)}>
            <b>Page {number}</b>
            <small>{purposes > 0 ? countOf(purposes, 'purpose') : picture ? 'a picture' : text === '' ? 'no text' : ''}</small>
          </button>
        </li>
      ))}
    </ol>
  )
}
