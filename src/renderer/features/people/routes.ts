import { lazy, type ComponentType } from 'react'
import { paths } from '../../app/paths.ts'

const PeopleScreen = lazy(() => import('./people-screen.tsx').then((file) => ({ default: file.PeopleScreen })))

export const peopleRoutes: readonly (readonly [path: string, screen: ComponentType])[] = [[paths.people, PeopleScreen]]
