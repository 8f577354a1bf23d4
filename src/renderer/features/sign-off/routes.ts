import { lazy, type ComponentType } from 'react'
import { paths } from '../../app/paths.ts'

const SignOffScreen = lazy(() => import('./sign-off-screen.tsx').then((file) => ({ default: file.SignOffScreen })))
const StatementsScreen = lazy(() => import('./sign-off-screen.tsx').then((file) => ({ default: file.StatementsScreen })))
const StatementScreen = lazy(() => import('./statement-screen.tsx').then((file) => ({ default: file.StatementScreen })))

export const signOffRoutes: readonly (readonly [path: string, screen: ComponentType])[] = [
  [paths.signOff, SignOffScreen],
  [paths.signOffList, StatementsScreen],
  [paths.signOffOn(':decision'), StatementScreen],
]
