import { Link } from 'wouter'
import { entryKinds, type EntryKind } from '../../../shared/domain/kind.ts'
import { kindLines, kindWords } from '../../../shared/domain/words.ts'
import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session-context.ts'
import type { IconName } from '../../components/icon.tsx'
import { Doors } from '../../components/states.tsx'
import { useCatalogueDoor } from './catalogue/use-catalogue-door.ts'
import './add.scss'

const icons = { 'sharing-agreement': 'file', 'gp-connect-setting': 'switch', 'medicines-tool': 'edit', declaration: 'sign' } as const satisfies Record<EntryKind, IconName>

/** Ways to add an entry, the quickest first. */
export function AddScreen() {
  const mayAdd = useMay('entry.add')
  const catalogue = useCatalogueDoor()
  return (
    <Page title="Add an entry" crumb={<Link to={paths.register}>Register</Link>}>
      {mayAdd ? (
        <div className="psr-add">
          <section className="psr-add__first">
            <h2>From the catalogue</h2>
            <Doors doors={[catalogue]} />
          </section>
          <section>
            <h2>From its words</h2>
            <Doors doors={[{ to: paths.addPaste, icon: 'copy', title: 'Paste a purpose clause', line: 'From the screen, or out of a PDF or Word file. The app suggests what it is for, and shows the words it went by.' }]} />
          </section>
          <section>
            <h2>From a blank form</h2>
            <Doors doors={entryKinds.map((kind) => ({ to: paths.addBlank(kind), icon: icons[kind], title: kindWords[kind].title, line: kindLines[kind] }))} />
          </section>
        </div>
      ) : <p>A data protection lead or the practice manager adds entries.</p>}
    </Page>
  )
}
