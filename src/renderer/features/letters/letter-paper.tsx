import type { Letter, LetterBlock } from '../../../shared/domain/letters/letter.ts'
import { isRealDate } from '../../../shared/domain/date.ts'
import { dateInWords } from '../../../shared/domain/words.ts'

/** The letter as it comes out of the printer, near enough to read it over. The PDF is what is sent. */
export function LetterPaper({ letter }: Readonly<{ letter: Letter }>) {
  const { practice, sender, addressee, on, ourReference, yourReference, sentBy, subject, salutation, blocks, closing, signedBy, copies, enclosures } = letter
  const references = [['Date', dated(on)], ['Our reference', ourReference], ['Your reference', yourReference], ['Sent by', sentBy]] as const
  return (
    <article className="psr-paper" aria-label="Preview of the letter">
      <header>
        <p><b>{practice.name}</b><br />ODS code {practice.ods}</p>
        <p>{sender.address}<br />{sender.contact}</p>
      </header>
      <div className="psr-paper__to">
        <p>{addressee.join('\n')}</p>
        <dl>{references.filter(([, value]) => value).map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
      </div>
      <h2>{subject}</h2>
      <p>{salutation}</p>
      {inTheirPlace(blocks).map(({ place, item }) => <PaperBlock key={place} block={item} />)}
      <p className="psr-paper__closing">{closing}</p>
      <p><b>{signedBy.name}</b>{signedBy.capacity && `, ${signedBy.capacity}`}</p>
      {copies.length > 0 && <p className="psr-quiet">{copies.length === 1 ? 'Copy' : 'Copies'}: {copies.join('; ')}</p>}
      {enclosures.length > 0 && <p className="psr-quiet">Enclosed: {enclosures.join('; ')}</p>}
    </article>
  )
}

/** Parts of a text have no identity but their place: two of them may say the same. */
const inTheirPlace = <T,>(items: readonly T[]): { place: string; item: T }[] => items.map((item, index) => ({ place: String(index), item }))

const dated = (on: string): string => (isRealDate(on) ? dateInWords(on) : on)

function PaperBlock({ block }: Readonly<{ block: LetterBlock }>) {
  switch (block.kind) {
    case 'heading': return <h3>{block.text}</h3>
    case 'paragraph': return <p className="psr-paper__text">{block.text}</p>
    case 'list': return <ol>{inTheirPlace(block.items).map(({ place, item }) => <li key={place}>{item}</li>)}</ol>
    case 'dates': return (
      <table>
        <caption className="psr-vh">Dates in the letter</caption>
        <thead className="psr-vh"><tr><th scope="col">Step</th><th scope="col">Date</th><th scope="col">How it is reckoned</th></tr></thead>
        <tbody>{block.rows.map(({ label, date, note }) => <tr key={label}><th scope="row">{label}</th><td><b>{dated(date)}</b></td><td>{note}</td></tr>)}</tbody>
      </table>
    )
  }
}
