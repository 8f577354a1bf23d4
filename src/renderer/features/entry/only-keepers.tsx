import { Page } from '../../app/page.tsx'
import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/button.tsx'

/** Reached by an old address or after somebody else signed in: says who may do this, and the way back. */
export function OnlyKeepers({ title, entry }: Readonly<{ title: string; entry: string }>) {
  return (
    <Page title={title}>
      <p>A data protection lead or the practice manager changes entries.</p>
      <p className="psr-buttons"><LinkButton to={paths.entry(entry)}>Go to the entry</LinkButton></p>
    </Page>
  )
}
