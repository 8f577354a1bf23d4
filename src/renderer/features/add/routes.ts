import { lazy, type ComponentType } from 'react'
import { paths } from '../../app/paths.ts'

const AddScreen = lazy(() => import('./add-screen.tsx').then((file) => ({ default: file.AddScreen })))
const BlankScreen = lazy(() => import('./blank-screen.tsx').then((file) => ({ default: file.BlankScreen })))
const PasteScreen = lazy(() => import('./paste-screen.tsx').then((file) => ({ default: file.PasteScreen })))
const CatalogueScreen = lazy(() => import('./catalogue/catalogue-screen.tsx').then((file) => ({ default: file.CatalogueScreen })))

export const addRoutes: readonly (readonly [path: string, screen: ComponentType])[] = [
  [paths.add, AddScreen],
  [paths.addCatalogue, CatalogueScreen],
  [paths.addPaste, PasteScreen],
  [paths.addBlank(':kind'), BlankScreen],
]
