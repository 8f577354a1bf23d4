/** Where a headless command says things: results on `out`, messages on `err`. */
export type Io = Readonly<{ out: (text: string) => void; err: (text: string) => void }>

/** @returns the exit code, as documented for each command. */
export type Command = (args: readonly string[], io: Io) => Promise<number>

/** A mistake in how a command was called: the message goes to standard error with the usage. */
export class UsageMistake extends Error {}
