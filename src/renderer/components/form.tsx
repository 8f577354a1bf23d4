import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { FormProvider, useForm, type DefaultValues, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import { AppRefusal } from '../bridge.ts'
import { ErrorSummary, type Problem } from './error-summary.tsx'
import { fieldId } from './fields/use-field.ts'
import { RefusalDialog } from './refusal.tsx'
import { withoutNhsNumbers } from './without-nhs-numbers.ts'

type FormSchema = z.ZodType<FieldValues, FieldValues>

/** A form checked by a zod schema, normally the contract's own. Field components inside `Form` find it by themselves. */
export function useSchemaForm<S extends FormSchema>(schema: S, defaultValues: DefaultValues<z.input<S>>): UseFormReturn<z.input<S>, unknown, z.output<S>> {
  // The summary takes the focus; the library would move it to the field and the summary would never be read. What was
  // wrong stays marked until the next try: taken away when a field is left, it would move the button under the pointer.
  return useForm<z.input<S>, unknown, z.output<S>>({ resolver: zodResolver(schema), defaultValues, shouldFocusError: false, reValidateMode: 'onSubmit' })
}

type FormProps<In extends FieldValues, Out> = Readonly<{
  form: UseFormReturn<In, unknown, Out>
  /** Throws, as `call` does, when the answer is no; the form then shows why. */
  onSubmit: (values: Out) => Promise<unknown>
  /** Where the call's field paths differ from the form's names: turns one into the other; null for a line without a field. */
  fieldOf?: (path: string) => string | null
  className?: string
  children: ReactNode
}>

/**
 * Draws the error summary, sends once however often the button is pressed, puts the answer's field errors on their
 * fields, and shows any other refusal as a dialog with "Try again". What was typed stays.
 */
export function Form<In extends FieldValues, Out>({ form, onSubmit, fieldOf = sameName, className, children }: FormProps<In, Out>) {
  const [attempt, setAttempt] = useState(0)
  const [general, setGeneral] = useState<readonly string[]>([])
  const send = useMutation({ mutationFn: onSubmit })
  const refusedFields = (error: unknown): boolean => {
    if (!(error instanceof AppRefusal) || !error.refusal.fields) return false
    const lines: string[] = []
    for (const [path, sentences] of Object.entries(error.refusal.fields)) {
      const name = fieldOf(path)
      if (name !== null && error.refusal.code === 'nhs-number') takeNumbersOut(form, name as Path<In>)
      if (name !== null && hasField(name)) form.setError(name as Path<In>, { message: sentences.join('. ') })
      else lines.push(...sentences)
    }
    setGeneral(lines)
    setAttempt((count) => count + 1)
    return true
  }
  const submit = form.handleSubmit(async (values) => {
    if (send.isPending) return
    setGeneral([])
    try {
      await send.mutateAsync(values)
    } catch (error) {
      if (refusedFields(error)) send.reset()
    }
  }, () => { setGeneral([]); setAttempt((count) => count + 1) })
  const problems = [...general.map((text) => ({ text, fieldId: null })), ...problemsOf(form.formState.errors)]
  return (
    <FormProvider {...form}>
      <form className={className} noValidate aria-busy={send.isPending || undefined} onSubmit={(event) => { event.stopPropagation(); void submit(event) }}>
        <ErrorSummary problems={problems} attempt={attempt} />
        {children}
      </form>
      {send.isError && <RefusalDialog error={send.error} onClose={() => send.reset()} onTryAgain={() => { send.reset(); void submit() }} />}
    </FormProvider>
  )
}

const sameName = (path: string): string => path
/** What must not be kept is the one thing typed that does not stay. */
function takeNumbersOut<In extends FieldValues, Out>(form: UseFormReturn<In, unknown, Out>, name: Path<In>): void {
  const typed: unknown = form.getValues(name)
  if (typeof typed === 'string') form.setValue(name, withoutNhsNumbers(typed) as typeof typed & In[Path<In>])
}

const hasField = (name: string): boolean => document.getElementById(fieldId(name)) !== null

/** Every message in the tree of errors, in the order of the form's fields. */
export function problemsOf(errors: object): Problem[] {
  return [...leaves(errors, '')].map(({ name, text }) => ({ text, fieldId: fieldId(name) }))
}

function* leaves(node: unknown, path: string): Generator<{ name: string; text: string }> {
  if (node === null || typeof node !== 'object') return
  if ('message' in node && typeof node.message === 'string' && node.message !== '') {
    yield { name: path, text: node.message }
    return
  }
  for (const [key, child] of Object.entries(node)) {
    if (key !== 'ref') yield* leaves(child, path === '' || key === 'root' ? (path || key) : `${path}.${key}`)
  }
}
