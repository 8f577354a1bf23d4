import { useWatch } from 'react-hook-form'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { RadioField } from '../../components/fields/choice-fields.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { Form, useSchemaForm } from '../../components/form.tsx'
import { choiceOf, documentsAbout, exportForm, type DocumentName, type ExportAbout } from './export-choice.ts'
import type { ExportChoice } from './use-export.ts'

type ExportDialogProps = Readonly<{ about: ExportAbout; first?: DocumentName; asAt?: string; onChosen: (choice: ExportChoice) => void; onClose: () => void }>

/** Which document, about what and as at which day; then it is made. */
export function ExportDialog({ about, first, asAt, onChosen, onClose }: ExportDialogProps) {
  const offered = documentsAbout(about)
  const form = useSchemaForm(exportForm, { document: first ?? offered[0]?.value ?? 'trail', when: asAt === undefined ? 'now' : 'day', asAt: asAt ?? null, from: null, to: null })
  const document = useWatch({ control: form.control, name: 'document' })
  const dates = <div className="psr-export__dates"><DateField name="from" label="From" /><DateField name="to" label="To" /></div>
  return (
    <Dialog title="Make a document" onClose={onClose}>
      <Form form={form} onSubmit={async (values) => onChosen(choiceOf(about, values))}>
        <RadioField name="document" label="Document" options={offered.map((option) => (option.value === 'period' ? { ...option, more: dates } : option))} />
        {document !== 'period' && (
          <RadioField
            name="when" label="As at" options={[
              { value: 'now', label: 'Now' },
              { value: 'day', label: 'The end of a past day', hint: 'As it was then, and nothing that came after.', more: <DateField name="asAt" label="Day" /> },
            ]}
          />
        )}
        <p className="psr-small psr-quiet">A PDF with the trail attached, so that anybody can check it. It holds no patient data.</p>
        <div className="psr-buttons">
          <Button type="submit" look="primary">Make the PDF</Button>
          <Button look="quiet" onClick={onClose}>Cancel</Button>
        </div>
      </Form>
    </Dialog>
  )
}
