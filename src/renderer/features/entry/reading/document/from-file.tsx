import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { DocumentRead } from '../../../../../shared/contract/catalogue.ts'
import { useAct } from '../../../../app/use-call.ts'
import { Button, TextButton } from '../../../../components/button.tsx'
import { HashText } from '../../../../components/hash-text.tsx'
import { RefusalDialog } from '../../../../components/refusal.tsx'
import type { Reading } from '../reading-values.ts'
import { DocumentReader, type Taken } from './document-reader.tsx'
import './document.scss'

/** The clause out of a PDF or Word file instead of by copy and paste, with the file's name, page and hash beside it. */
export function FromFile() {
  const { control, setValue } = useFormContext<{ reading: Reading }>()
  const place = useWatch({ control, name: 'reading.place' })
  const open = useAct('clause.from-file')
  const [shown, setShown] = useState<DocumentRead | null>(null)
  const choose = () => open.mutate({}, { onSuccess: setShown })
  const take = ({ text, page }: Taken, { fileName, sha256 }: DocumentRead) => {
    setValue('reading.text', text, { shouldDirty: true })
    setValue('reading.place', { document: fileName, page, clause: null, sha256 }, { shouldDirty: true })
    setShown(null)
  }
  return (
    <div className="psr-doc__from">
      <Button icon="file" busy={open.isPending} onClick={choose}>{open.isPending ? 'Reading the file…' : 'Or take it from a PDF or Word file'}</Button>
      {place.sha256 && (
        <p className="psr-small psr-quiet">
          Taken from a file whose SHA-256 starts with <HashText hash={place.sha256} digits={16} /> Leave the words as they are written there.{' '}
          <TextButton onClick={() => setValue('reading.place', { document: place.document, page: place.page, clause: place.clause }, { shouldDirty: true })}>I changed the words, so leave the file out</TextButton>
        </p>
      )}
      {shown && <DocumentReader read={shown} onTake={(taken) => take(taken, shown)} onClose={() => setShown(null)} />}
      {open.isError && <RefusalDialog error={open.error} onClose={() => open.reset()}><Button look="primary" onClick={() => { open.reset(); choose() }}>Choose another file</Button></RefusalDialog>}
    </div>
  )
}
