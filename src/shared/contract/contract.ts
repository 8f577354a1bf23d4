import type { z } from 'zod'
import type { CallName } from './call-names.ts'
import { actionCalls } from './actions.ts'
import { catalogueCalls } from './catalogue.ts'
import { decisionCalls } from './decisions.ts'
import { entryCalls } from './entries.ts'
import { evidenceCalls } from './evidence.ts'
import { followThroughCalls } from './follow-through.ts'
import { letterCalls } from './letters.ts'
import { packCalls } from './packs.ts'
import { pastCalls } from './past.ts'
import { peopleCalls } from './people.ts'
import { positionCalls } from './positions.ts'
import type { Procedure } from './procedure.ts'
import { registerCalls } from './register.ts'
import { ruleCalls } from './rules.ts'
import { sessionCalls } from './session.ts'
import { setupCalls } from './setup.ts'

/** Every call over the bridge with what goes in and what comes out. A missing or extra name does not compile. */
export const contract = {
  ...setupCalls, ...sessionCalls, ...peopleCalls, ...entryCalls, ...decisionCalls, ...followThroughCalls, ...registerCalls, ...actionCalls, ...positionCalls, ...ruleCalls, ...catalogueCalls, ...evidenceCalls, ...letterCalls, ...packCalls, ...pastCalls,
} as const satisfies Record<CallName, Procedure>

export type Contract = typeof contract
/** What a caller passes. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>
/** What a handler gets, after parsing. */
export type CallParsed<N extends CallName> = z.output<Contract[N]['input']>
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>
