import { lazy, type ComponentType } from 'react'
import { paths } from '../../app/paths.ts'

const ChooseDay = lazy(() => import('./past-screen.tsx').then((file) => ({ default: file.PastStart })))
const PastDay = lazy(() => import('./past-day.tsx').then((file) => ({ default: file.PastDay })))

/** Below a day the addresses are those of today, so that every link leads to the same thing on that day. */
export const pastRoutes: readonly (readonly [path: string, screen: ComponentType, nest?: 'nest'])[] = [[paths.past, ChooseDay], [`${paths.past}/:on`, PastDay, 'nest']]
