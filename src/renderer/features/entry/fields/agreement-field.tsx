import { useAnswer } from '../../../app/use-call.ts'
import { SelectField } from '../../../components/fields/select-field.tsx'
import type { FieldProps } from '../../../components/fields/use-field.ts'

const everyAgreement = {
  filter: { view: 'all', search: '', kinds: ['sharing-agreement'], classes: [], forces: [], states: [], owners: [], tags: [], closedToo: true },
  sort: 'ref', descending: false, offset: 0, limit: 500,
} as const

/** Another entry of the register: the agreement that carries what a tool takes out. */
export function AgreementField(props: FieldProps) {
  const agreements = useAnswer('entry.list', { ...everyAgreement, filter: { ...everyAgreement.filter, kinds: [...everyAgreement.filter.kinds], classes: [], forces: [], states: [], owners: [], tags: [] } })
  const options = (agreements.data?.rows ?? []).map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }))
  return <SelectField {...props} options={options} none="None recorded" />
}
