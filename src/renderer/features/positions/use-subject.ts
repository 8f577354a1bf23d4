import { useSearch } from 'wouter'
import { positionSubjects, type PositionSubject } from '../../../shared/domain/position.ts'

/** The subject that the address names; the first where it names none that is known. */
export function useSubject(): PositionSubject {
  const about = new URLSearchParams(useSearch()).get('about')
  return positionSubjects.find((subject) => subject === about) ?? positionSubjects[0]
}
