import { Link } from 'wouter'
import type { EntryDetail } from '../../../shared/contract/entries.ts'
import { letterKindWords } from '../../../shared/domain/words.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import { LinkButton } from '../../components/button.tsx'
import { dayMonthYear } from '../../components/format.ts'
import { Section, Timeline } from '../../components/panel.tsx'

/** Letters about one entry, and a way to ask its other side for the documents behind it. */
export function LettersOfEntry({ detail: { entry, letters } }: Readonly<{ detail: EntryDetail }>) {
  const mayWrite = useMay('letter.export') && entry.kind !== 'gp-connect-setting'
  if (letters.length === 0 && !mayWrite) return null
  const items = letters.map(({ id, ref, kind, recipient, subject, sentOn, open, late }) => ({
    key: id, on: dayMonthYear(sentOn), dateTime: sentOn, icon: late > 0 ? 'bad' as const : 'send' as const,
    what: <>{letterKindWords[kind]} to {recipient}: <Link to={paths.letter(id)}>{subject}</Link></>,
    more: <>{ref}{late > 0 ? `, ${late} did not come` : open > 0 ? `, ${open} waited for` : ''}</>,
  }))
  return (
    <Section id="letters" title="Letters">
      {items.length === 0 ? <p className="psr-quiet">No letter has been sent about this.</p> : <Timeline items={items} />}
      {mayWrite && <p className="psr-buttons"><LinkButton to={paths.writeLetterAbout(entry.id)} icon="send" small>Ask for the documents</LinkButton></p>}
    </Section>
  )
}
