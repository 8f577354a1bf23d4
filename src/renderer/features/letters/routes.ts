import { lazy, type ComponentType } from 'react'
import { paths } from '../../app/paths.ts'

const LettersScreen = lazy(() => import('./letters-screen.tsx').then((file) => ({ default: file.LettersScreen })))
const WriteScreen = lazy(() => import('./write-screen.tsx').then((file) => ({ default: file.WriteScreen })))
const LetterScreen = lazy(() => import('./letter-screen.tsx').then((file) => ({ default: file.LetterScreen })))

export const letterRoutes: readonly (readonly [path: string, screen: ComponentType])[] = [
  [paths.letters, LettersScreen],
  [paths.writeLetters, WriteScreen],
  [paths.letter(':id'), LetterScreen],
]
