import { useQueryClient, type QueryClient } from '@tanstack/react-query'

/** The rows last shown by the register, so that an entry can say where it stood among them and lead to the next. */
export type ShownList = Readonly<{ ids: readonly string[]; offset: number; found: number; address: string }>

const key = ['shown-list'] as const

export const rememberShownList = (client: QueryClient, list: ShownList): void => { client.setQueryData(key, list) }

/** @returns null when the entry was not reached from the register. `place` counts from 1 over all pages. */
export function usePlaceInList(id: string) {
  const list = useQueryClient().getQueryData<ShownList>(key)
  const index = list?.ids.indexOf(id) ?? -1
  if (!list || index < 0) return null
  return { place: list.offset + index + 1, of: list.found, previous: list.ids[index - 1] ?? null, next: list.ids[index + 1] ?? null, address: list.address }
}
