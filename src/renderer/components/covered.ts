import { createContext } from 'react'

/** True while the sign-in screen covers a screen that stays mounted. A modal dialog would otherwise keep the whole page from being used. */
export const CoveredContext = createContext(false)
