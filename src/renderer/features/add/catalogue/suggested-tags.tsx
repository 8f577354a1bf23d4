import type { CatalogueItem } from '../../../../shared/domain/catalogue.ts'
import { entryClass } from '../../../../shared/domain/class.ts'
import { classWords } from '../../../../shared/domain/words.ts'
import { ClassGlyph } from '../../../components/glyphs.tsx'
import { ForceTag } from '../../../components/tags.tsx'

/** Class and force as the catalogue has them, dashed so that neither is taken for what somebody confirmed. */
export function SuggestedTags({ item }: Readonly<{ item: CatalogueItem }>) {
  const of = entryClass(item.purposes.map((purpose) => purpose.class))
  return (
    <span className="psr-cat__tags">
      <span className="psr-tag psr-tag--class psr-tag--undetermined"><ClassGlyph of={of} />{classWords[of]}</span>
      <ForceTag of={item.force.force} bare />
      <small className="psr-quiet">suggested, not confirmed</small>
    </span>
  )
}
