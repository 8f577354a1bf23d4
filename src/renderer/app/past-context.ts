import { createContext, use } from 'react'
import type { IsoDate } from '../../shared/domain/date.ts'

/** The day that is looked at; null today. Nothing of a past day can be acted on. */
export const PastContext = createContext<IsoDate | null>(null)
export const usePast = (): IsoDate | null => use(PastContext)
