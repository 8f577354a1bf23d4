import { z } from 'zod'

/** What goes in and what comes out of one call; both are parsed on the main side. */
export type Procedure = Readonly<{ input: z.ZodType; output: z.ZodType }>
export const procedure = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })

export const nothing = z.strictObject({})
export const id = z.uuid()
export const done = z.strictObject({ done: z.literal(true) })
