import { lazy, type ComponentType } from 'react'
import { paths } from '../../app/paths.ts'

const EntryScreen = lazy(() => import('./entry-screen.tsx').then((file) => ({ default: file.EntryScreen })))
const EditScreen = lazy(() => import('./edit-screen.tsx').then((file) => ({ default: file.EditScreen })))
const AddPurposesScreen = lazy(() => import('./add-purposes-screen.tsx').then((file) => ({ default: file.AddPurposesScreen })))
const SplitScreen = lazy(() => import('./split/split-screen.tsx').then((file) => ({ default: file.SplitScreen })))

export const entryRoutes: readonly (readonly [path: string, screen: ComponentType])[] = [
  [paths.entry(':id'), EntryScreen],
  [paths.editEntry(':id'), EditScreen],
  [paths.addPurposes(':id'), AddPurposesScreen],
  [paths.splitEntry(':id'), SplitScreen],
]
