/** 1318 as "1,318", by our own rule: printed pages must not differ from one computer's settings to the next. */
export const counted = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',')

/** "1 entry", "2 entries", "1,318 events". */
export const countOf = (value: number, one: string, many: string): string => `${counted(value)} ${value === 1 ? one : many}`

/** A hash in groups of four digits, as people read it out. */
export const grouped = (hash: string): string => hash.match(/.{1,4}/g)?.join(' ') ?? ''
