import { lazy, type ComponentType } from 'react'
import { paths } from '../../app/paths.ts'

const AddScreen = lazy(() => import('./add-screen.tsx').then((file) => ({ default: file.AddScreen })))
const BlankScreen = lazy(() => import('./blank-screen.tsx').then((file) => ({ default: file.BlankScreen })))
const PasteScreen = lazy(() => import('./paste-screen.tsx').then((file) => ({ default: file.PasteScreen })))

export const addRoutes: readonly (readonly [path: string, screen: ComponentType])[] = [
  [paths.add, AddScreen],
  [paths.addPaste, PasteScreen],
  [paths.addBlank(':kind'), BlankScreen],
]
