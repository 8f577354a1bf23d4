import type { CatalogueItem } from '../../../../shared/domain/catalogue.ts'
import { usualFacts } from '../../../../shared/domain/catalogue-draft.ts'
import { clinicalSystemWords, dateInWords, declarationSubjectWords, directionWords, kindWords, legalForceLines, mechanismWords, writtenFormWords } from '../../../../shared/domain/words.ts'
import { useMay } from '../../../app/session-context.ts'
import { Facts, type Fact } from '../../../components/panel.tsx'
import { PositionSources } from '../../../components/position-sources.tsx'
import { SuggestedTag } from '../../entry/purposes/suggested-tag.tsx'
import { AddDraft } from './add-draft.tsx'
import { SuggestedTags } from './suggested-tags.tsx'

/** One draft: what it is for, with whom, why it exists, who says so and when that was seen; then the one question. */
export function CatalogueDetail({ item }: Readonly<{ item: CatalogueItem }>) {
  const mayAdd = useMay('catalogue.add')
  return (
    <article className="psr-cat__detail" aria-labelledby="catalogue-title">
      <p className="psr-small psr-quiet">{kindWords[item.kind].title}</p>
      <h2 id="catalogue-title">{item.title}</h2>
      <SuggestedTags item={item} />
      <p className="psr-cat__summary">{item.summary}</p>
      <h3>What it is for</h3>
      <ul className="psr-cat__purposes">
        {item.purposes.map((purpose) => <li key={purpose.text}><span>{purpose.text}</span><SuggestedTag of={purpose.class} /></li>)}
      </ul>
      <h3>What is usual</h3>
      <Facts small facts={factsOf(item)} />
      <h3>Sources</h3>
      <PositionSources of={item.sources.map(({ checkedOn, ...source }) => ({ ...source, says: `Seen ${dateInWords(checkedOn)}.` }))} />
      {mayAdd && <AddDraft item={item} />}
    </article>
  )
}

function factsOf(item: CatalogueItem): Fact[] {
  const { force, reference } = item.force
  const facts: { term: string; value: string | null }[] = [
    { term: 'With whom', value: item.who }, { term: 'Supplier', value: item.supplier }, { term: 'Products', value: item.products.join(', ') },
    ...particulars(item), { term: 'Data', value: item.dataItems.join(', ') }, ...usualFacts(item),
    { term: 'Why it exists', value: [reference, legalForceLines[force]].filter(Boolean).join('. ') },
  ]
  return facts.filter(({ value }) => value !== null && value !== '')
}

function particulars(item: CatalogueItem): { term: string; value: string | null }[] {
  switch (item.kind) {
    case 'sharing-agreement': return []
    case 'gp-connect-setting': return [
      { term: 'Mechanism', value: mechanismWords[item.mechanism] }, { term: 'Direction', value: directionWords[item.direction] },
      { term: 'What is written', value: item.writtenForm && writtenFormWords[item.writtenForm] }, { term: 'System', value: item.clinicalSystem && clinicalSystemWords[item.clinicalSystem] },
    ]
    case 'medicines-tool': return [{ term: 'Data it takes out', value: item.extraction }]
    case 'declaration': return [{ term: 'About', value: declarationSubjectWords[item.subject] }]
  }
}
