import { useFieldArray, useFormContext } from 'react-hook-form'
import type { z } from 'zod'
import type { LetterBlock } from '../../../shared/domain/letters/letter.ts'
import { dateInWords } from '../../../shared/domain/words.ts'
import { Button, TextButton } from '../../components/button.tsx'
import { DateField } from '../../components/fields/date-field.tsx'
import { LinesField } from '../../components/fields/lines-field.tsx'
import { TextArea, TextField } from '../../components/fields/text-field.tsx'
import { Section } from '../../components/panel.tsx'
import type { writeForm } from './write-screen.tsx'

type Values = z.infer<typeof writeForm>

/** Every part of the letter. Any word of it may be changed. */
export function LetterFields() {
  return (
    <>
      <Section title="Who writes to whom">
        <div className="psr-letter__two">
          <TextField name="letter.sender.address" label="Your address" nullable />
          <TextField name="letter.sender.contact" label="Who to reach" hint="A role and a phone number or address." nullable />
        </div>
        <LinesField name="letter.addressee" label="To" hint="One line each: a role rather than a name, the organisation, its address." rows={4} />
        <div className="psr-letter__two">
          <DateField name="letter.on" label="Date of the letter" />
          <TextField name="letter.ourReference" label="Our reference" />
          <TextField name="letter.yourReference" label="Your reference" optional nullable />
          <TextField name="letter.sentBy" label="Sent by" hint="As it stands on the letter." optional nullable suggestions={ways} />
        </div>
      </Section>
      <Section title="The letter">
        <TextField name="letter.subject" label="Subject" />
        <TextField name="letter.salutation" label="Salutation" width={20} />
        <Blocks />
        <TextField name="letter.closing" label="Closing words" width={20} />
      </Section>
      <Section title="Who signs, and who else gets it">
        <div className="psr-letter__two">
          <TextField name="letter.signedBy.name" label="Signed by" />
          <TextField name="letter.signedBy.capacity" label="In what capacity" />
        </div>
        <LinesField name="letter.copies" label="Copies to" hint="One line each." optional />
        <LinesField name="letter.enclosures" label="Enclosed" hint="One line each." optional />
      </Section>
    </>
  )
}

const ways: readonly string[] = ['Email', 'First class post', 'Email and first class post', 'Portal']

function Blocks() {
  const { control } = useFormContext<Values>()
  const { fields, remove, insert, append } = useFieldArray({ control, name: 'letter.blocks' })
  return (
    <>
      <ol className="psr-letter__blocks">
        {fields.map((block, index) => (
          <li key={block.id}>
            <Block block={block} at={`letter.blocks.${index}`} number={index + 1} />
            <p className="psr-letter__acts">
              <TextButton onClick={() => insert(index + 1, { kind: 'paragraph', text: '' })}>Add a paragraph here<span className="psr-vh">, after part {index + 1}</span></TextButton>
              {fields.length > 1 && <TextButton onClick={() => remove(index)}>Take out<span className="psr-vh"> part {index + 1}</span></TextButton>}
            </p>
          </li>
        ))}
      </ol>
      <p><Button small icon="add" onClick={() => append({ kind: 'heading', text: '' })}>Add a heading</Button></p>
    </>
  )
}

function Block({ block, at, number }: Readonly<{ block: LetterBlock; at: string; number: number }>) {
  switch (block.kind) {
    case 'heading': return <TextField name={`${at}.text`} label={`Heading, part ${number}`} />
    case 'paragraph': return <TextArea name={`${at}.text`} label={`Paragraph, part ${number}`} rows={3} />
    case 'list': return <LinesField name={`${at}.items`} label={`List, part ${number}`} hint="One line each." rows={block.items.length + 1} />
    // The dates are those that were decided on: to change one, the decision has to change.
    case 'dates': return <p className="psr-letter__dates"><b>Dates, part {number}.</b> {block.rows.map(({ label, date }) => `${label}: ${dateInWords(date)}`).join('. ')}. They stand in the decision.</p>
  }
}
