import { lazy, type ComponentType } from 'react'
import { paths } from '../../app/paths.ts'

const PositionsScreen = lazy(() => import('./positions-screen.tsx').then((file) => ({ default: file.PositionsScreen })))
const EditPositionScreen = lazy(() => import('./edit-screen.tsx').then((file) => ({ default: file.EditPositionScreen })))
const NewerScreen = lazy(() => import('./newer-screen.tsx').then((file) => ({ default: file.NewerScreen })))
const RulesScreen = lazy(() => import('./rules-screen.tsx').then((file) => ({ default: file.RulesScreen })))

export const positionRoutes: readonly (readonly [path: string, screen: ComponentType])[] = [
  [paths.positions, PositionsScreen],
  [paths.newerPositions, NewerScreen],
  [paths.newRules, RulesScreen],
  [paths.editPosition, EditPositionScreen],
]
