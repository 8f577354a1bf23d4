import { paths } from '../../../app/paths.ts'
import { useAnswer } from '../../../app/use-call.ts'
import type { Door } from '../../../components/states.tsx'

/** The way into the catalogue, with how much there is in it. */
export function useCatalogueDoor(): Door {
  const { data } = useAnswer('catalogue.search', { words: '' })
  return { to: paths.addCatalogue, icon: 'register', title: 'Pick from common flows', line: `${data ? `${data.total} drafts` : 'Drafts'} with their sources. You confirm each one.` }
}
