import { lazy, type ComponentType } from 'react'
import { paths } from '../../app/paths.ts'

const StartScreen = lazy(() => import('./start-screen.tsx').then((file) => ({ default: file.StartScreen })))
const DecisionScreen = lazy(() => import('./decision-screen.tsx').then((file) => ({ default: file.DecisionScreen })))

export const decideRoutes: readonly (readonly [path: string, screen: ComponentType])[] = [
  [paths.startDecision(':id'), StartScreen],
  [paths.decide(':id'), DecisionScreen],
]
