import { lazy, type ComponentType } from 'react'
import { paths } from '../../app/paths.ts'

const TrailScreen = lazy(() => import('./trail-screen.tsx').then((file) => ({ default: file.TrailScreen })))

export const trailRoutes: readonly (readonly [path: string, screen: ComponentType])[] = [[paths.trail, TrailScreen]]
