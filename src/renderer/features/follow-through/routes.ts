import { lazy, type ComponentType } from 'react'
import { paths } from '../../app/paths.ts'

const FollowThroughScreen = lazy(() => import('./follow-through-screen.tsx').then((file) => ({ default: file.FollowThroughScreen })))

export const followThroughRoutes: readonly (readonly [path: string, screen: ComponentType])[] = [
  [paths.followThrough, FollowThroughScreen],
]
