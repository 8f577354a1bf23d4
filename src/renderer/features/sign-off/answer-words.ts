import type { Answer } from '../../../shared/domain/decision-draft.ts'
import type { IconName } from '../../components/icon.tsx'

export const answerWords = {
  agree: { label: 'Agree', hint: 'Carry it out as written.', past: 'Agreed', icon: 'ok', tone: 'psr-ok' },
  disagree: { label: 'Disagree', hint: 'Do not. Say why, it is printed in full.', past: 'Disagreed', icon: 'bad', tone: 'psr-bad' },
  'stand-aside': { label: 'Stand aside', hint: 'Neither, and others may go ahead.', past: 'Stood aside', icon: 'struck', tone: 'psr-quiet' },
} as const satisfies Record<Answer, { label: string; hint: string; past: string; icon: IconName; tone: string }>
