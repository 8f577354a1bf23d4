import { TextArea, TextField } from '../../../components/fields/text-field.tsx'

/** The clause as the agreement writes it, and where it stands. */
export function PasteFields() {
  return (
    <>
      <TextArea name="reading.text" label="The clause that says what the data are used for" hint="Paste it as it is written, whole. The app reads it on this computer; nothing is sent anywhere. No patient data, please." rows={9} />
      <div className="psr-fields__row">
        <TextField name="reading.place.document" label="From which paper" hint="Its title or file name." optional nullable />
        <TextField name="reading.place.clause" label="Clause" hint="For example 3.1." optional nullable />
        <TextField name="reading.place.page" label="Page" optional number />
      </div>
    </>
  )
}
