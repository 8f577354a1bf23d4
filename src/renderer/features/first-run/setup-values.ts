import type { FieldValues } from 'react-hook-form'
import { z } from 'zod'
import { passphrase, setupCalls } from '../../../shared/contract/setup.ts'
import { practice } from '../../../shared/domain/practice.ts'
import { roles } from '../../../shared/domain/role.ts'
import { shortText } from '../../../shared/domain/entry-fields.ts'
import type { CallInput } from '../../../shared/contract/contract.ts'
import { policyForm, usualPolicy } from '../people/policy-form.ts'

const person = z.object({ name: shortText.min(1, 'Enter a name'), role: z.enum(roles, 'Choose a role') })
export type DraftPerson = Readonly<{ name: string; role: z.infer<typeof person>['role'] }>

const people = z.array(person).superRefine((list, context) => {
  if (list.length === 0) context.addIssue({ code: 'custom', message: 'Add at least one person' })
  else if (!list.some(({ role }) => role === 'partner')) context.addIssue({ code: 'custom', message: 'Add at least one GP partner. Partners sign decisions' })
  const seen = new Set<string>()
  for (const [index, { name }] of list.entries()) {
    const key = name.toLowerCase()
    if (key !== '' && seen.has(key)) context.addIssue({ code: 'custom', path: [index, 'name'], message: `Two people are called ${name}. Add something that tells them apart` })
    seen.add(key)
  }
})

const wheres = setupCalls['setup.create'].input.shape.where

const known = { practice, people, policy: policyForm }

/** Each step checks what it asks for; the last one checks all of it again. */
const setupSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal(1), practice }),
  z.object({ step: z.literal(2), people }),
  z.object({ step: z.literal(3), policy: policyForm, people: z.array(person) }).superRefine(({ policy, people: list }, context) => {
    const partners = list.filter(({ role }) => role === 'partner').length
    if ((policy.number ?? 0) > partners) context.addIssue({ code: 'custom', path: ['policy', 'number'], message: `There ${partners === 1 ? 'is 1 partner' : `are ${partners} partners`}, so at most ${partners} can agree` })
  }),
  z.object({ step: z.literal(4), ...known, me: z.string('Choose who you are').regex(/^\d{1,2}$/, 'Choose who you are'), where: wheres, passphrase, again: z.string() })
    .refine((value) => value.passphrase === value.again, { path: ['again'], message: 'The two are not the same. Type it again' }),
])
export type SetupStep = z.output<typeof setupSchema>
/** One form for all four steps, so that going back and forth loses nothing. */
export const setupForm: z.ZodType<SetupStep, FieldValues> = setupSchema

export const steps = [1, 2, 3, 4] as const
export type Step = (typeof steps)[number]
export const stepOf = (value: unknown): Step => steps.find((step) => step === value) ?? 1
export const stepNames = { 1: 'Practice', 2: 'People', 3: 'How you decide', 4: 'Where it is kept' } as const satisfies Record<Step, string>

export const usualValues = {
  step: 1, reached: 1,
  practice: { name: '', ods: '', contractType: 'gms', clinicalSystem: '', icb: null, pcn: null },
  people: [{ name: '', role: 'data-protection-lead' }, { name: '', role: 'partner' }, { name: '', role: 'partner' }],
  policy: usualPolicy, me: null, where: 'own-folder', passphrase: '', again: '',
}

const loose = z.string().nullable().catch('')
/** A kept draft as far as it can be read; what cannot is asked for again. */
export const keptValues = z.object({
  practice: z.object({ name: loose, ods: loose, contractType: loose, clinicalSystem: loose, icb: loose, pcn: loose }).catch({ ...usualValues.practice }),
  people: z.array(z.object({ name: z.string(), role: z.enum(roles).nullable().catch(null) })).max(60).catch([]),
  policy: z.object({
    quorum: loose, number: z.union([z.number(), z.string()]).nullable().catch(null), waitForAll: z.boolean().catch(false), secondCheck: z.boolean().catch(true),
    ownCheckReason: loose, contractBindsFrom: z.string().nullable().catch(null),
  }).catch({ ...usualPolicy }),
  me: z.string().nullable().catch(null),
  reached: z.number().catch(1),
  where: wheres.catch('own-folder'),
})

/** The register to be made, from the last step's values, which hold all the others. */
export function creation({ me, step: _step, again: _again, ...rest }: Extract<SetupStep, { step: 4 }>): CallInput<'setup.create'> {
  return { ...rest, me: Number(me) }
}
