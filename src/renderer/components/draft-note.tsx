import type { Draft } from '../app/use-draft.ts'
import { refusalOf } from '../bridge.ts'
import { clockTime } from './format.ts'
import { Icon } from './icon.tsx'

/** Says that what is typed is kept, and when it last was; or that it is not, and why. */
export function DraftNote({ draft: { savedAt, error } }: Readonly<{ draft: Draft }>) {
  if (error) {
    const { happened, todo } = refusalOf(error)
    return <output className="psr-small psr-bad psr-row"><Icon name="warn" size={16} />The draft is not kept: {happened} {todo}</output>
  }
  return <span className="psr-small psr-quiet">{savedAt === null ? 'Kept as a draft while you type' : `Kept as a draft, ${clockTime(savedAt)}`}</span>
}
