import { z } from 'zod'
import type { Json } from './json.ts'

export const json: z.ZodType<Json> = z.lazy(() => z.union([z.string(), z.int(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]))

/** One field, what it was and what it became. */
export const change = z.strictObject({ field: z.string().min(1).max(120), from: json, to: json })
export type Change = z.infer<typeof change>

/** The top-level fields in which two objects differ, in the order of the second. */
export function changesBetween(from: Readonly<Record<string, unknown>>, to: Readonly<Record<string, unknown>>, prefix = ''): Change[] {
  return Object.keys({ ...from, ...to })
    .filter((field) => JSON.stringify(from[field] ?? null) !== JSON.stringify(to[field] ?? null))
    .map((field) => ({ field: prefix + field, from: (from[field] ?? null) as Json, to: (to[field] ?? null) as Json }))
}

/** Lays changes on an object; fields with another prefix are left to whoever owns them. */
export function withChanges<T extends Readonly<Record<string, unknown>>>(object: T, changes: readonly Change[], prefix = ''): T {
  const changed = changes.filter(({ field }) => (prefix === '' ? field in object : field.startsWith(prefix)))
  return { ...object, ...Object.fromEntries(changed.map(({ field, to }) => [field.slice(prefix.length), to])) }
}
