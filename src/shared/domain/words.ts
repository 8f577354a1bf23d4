/** The field's own words for every code of the vocabulary, one table a concept. */
export { kindLines, kindWords } from './words/kind.ts'
export { classLines, classWords } from './words/class.ts'
export { forceSaid, legalForceLines, legalForceWords } from './words/legal-force.ts'
export { roleWords } from './words/role.ts'
export { verbLine, verbWords } from './words/verb.ts'
export { behindBothHalves, splitInWords } from './words/split.ts'
export { standingWord, stateWord } from './words/state.ts'
export { lowerFirst } from './words/event-values.ts'
export { stageWords, stepWords, taskWord } from './words/step.ts'
export { gateAnswerWords, offerWord, requirementWords } from './words/gate.ts'
export { positionCodeLines, positionCodeWords, positionSubjectWords, sourceGradeWords } from './words/position.ts'
export { actionWords } from './words/action.ts'
export {
  clinicalSystemWords, confidentialityWords, declarationSubjectWords, directionWords, identifiabilityWords, mechanismWords, optOutWords,
  partyRoleWords, writtenFormWords,
} from './words/values.ts'
export { commonFieldWords, fieldWord, fieldWords, purposeFieldWords } from './words/fields.ts'
export { evidenceCategoryWords, setAsideWords, sizeInWords } from './words/evidence.ts'
export { askedWords, draftedLetterWords, letterKindWords, replyOutcomeWords, sendingWayWords, sentHowInWords } from './words/letter.ts'
export { reviewKindWords, reviewOutcomeWords } from './words/review.ts'
export { dateInWords, periodInWords, shortDateInWords } from './words/date.ts'
export { fieldValueInWords, partyInWords } from './words/field-value.ts'
