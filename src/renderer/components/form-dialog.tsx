import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Form } from './form.tsx'

type FormDialogProps<In extends FieldValues, Out> = Readonly<{
  title: string
  form: UseFormReturn<In, unknown, Out>
  /** Throws, as `call` does, when the answer is no; the dialog then stays open with what was typed. */
  onSubmit: (values: Out) => Promise<unknown>
  onClose: () => void
  /** Where going away unsent is something else than having been taken. */
  onCancel?: () => void
  /** The words on the button that sends it. */
  send: string
  wide?: boolean
  fieldOf?: (path: string) => string | null
  children: ReactNode
}>

/** A short form over the screen. It closes when it was taken, not before. */
export function FormDialog<In extends FieldValues, Out>({ title, form, onSubmit, onClose, onCancel = onClose, send, wide = false, fieldOf, children }: FormDialogProps<In, Out>) {
  const submit = async (values: Out) => {
    await onSubmit(values)
    onClose()
  }
  return (
    <Dialog title={title} wide={wide} onClose={onCancel}>
      <Form form={form} onSubmit={submit} fieldOf={fieldOf}>
        {children}
        <div className="psr-buttons">
          <Button type="submit" look="primary">{send}</Button>
          <Button look="quiet" onClick={onCancel}>Cancel</Button>
        </div>
      </Form>
    </Dialog>
  )
}
