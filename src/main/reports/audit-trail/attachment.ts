import type { IsoInstant } from '../../../shared/domain/date.ts'
import type { Kit } from '../page/kit.ts'

export const trailFileName = 'trail.json'

/** Puts the trail itself into the file, as the data that the pages were made from. */
export function attachTrail(kit: Kit, text: string, madeAt: IsoInstant): void {
  const made = new Date(madeAt)
  kit.file(new TextEncoder().encode(text), {
    name: trailFileName, type: 'application/json', relationship: 'Data', creationDate: made, modifiedDate: made,
    description: 'The trail that every value in this document comes from',
  })
}
