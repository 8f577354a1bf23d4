import type { CallOutput } from '../../../shared/contract/contract.ts'
import type { PurposeClass } from '../../../shared/domain/class.ts'
import { useAnswer } from '../../app/use-call.ts'

export type Category = CallOutput<'classify.suggest'>['categories'][number]
export type Categories = Readonly<{
  all: readonly Category[]
  /** The words of a category; its code where the rules no longer know it. */
  label: (slug: string) => string
  classOf: (slug: string) => PurposeClass | undefined
}>

/** What a purpose can be for, as the rule set in use names it. */
export function useCategories(): Categories {
  const answer = useAnswer('classify.suggest', { text: '', what: null, title: null })
  const all = answer.data?.categories ?? []
  const bySlug = new Map(all.map((category) => [category.slug, category]))
  return { all, label: (slug) => bySlug.get(slug)?.label ?? slug, classOf: (slug) => bySlug.get(slug)?.class }
}
