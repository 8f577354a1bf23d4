import type { PurposeClass } from '../../../../shared/domain/class.ts'
import { classWords } from '../../../../shared/domain/words.ts'
import { ClassGlyph } from '../../../components/glyphs.tsx'

/** What the rules propose: outlined and dashed, so that it is never taken for a class. */
export function SuggestedTag({ of }: Readonly<{ of: PurposeClass }>) {
  return <span className="psr-tag psr-tag--class psr-tag--undetermined"><ClassGlyph of={of} />Suggested: {classWords[of].toLowerCase()}</span>
}
