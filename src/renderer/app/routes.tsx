import { lazy, type ComponentType } from 'react'
import { Route, Switch } from 'wouter'
import { LinkButton } from '../components/button.tsx'
import { addRoutes } from '../features/add/routes.ts'
import { decideRoutes } from '../features/decide/routes.ts'
import { entryRoutes } from '../features/entry/routes.ts'
import { followThroughRoutes } from '../features/follow-through/routes.ts'
import { HomeScreen } from '../features/home/home-screen.tsx'
import { letterRoutes } from '../features/letters/routes.ts'
import { peopleRoutes } from '../features/people/routes.ts'
import { positionRoutes } from '../features/positions/routes.ts'
import { signOffRoutes } from '../features/sign-off/routes.ts'
import { pastRoutes } from '../features/past/routes.ts'
import { trailRoutes } from '../features/trail/routes.ts'
import { Page } from './page.tsx'
import { paths } from './paths.ts'

const RegisterScreen = lazy(() => import('../features/register/register-screen.tsx').then((file) => ({ default: file.RegisterScreen })))

/**
 * Address and screen, one line each, with `nest` where a feature has addresses of its own below; a feature with several keeps them in a list of its own, spread in here. A screen
 * reads its part of the address with `useParams`. All but the home page are loaded when first shown.
 */
const routes: readonly (readonly [path: string, screen: ComponentType, nest?: 'nest'])[] = [
  [paths.home, HomeScreen],
  [paths.register, RegisterScreen],
  ...entryRoutes,
  ...addRoutes,
  ...decideRoutes,
  ...signOffRoutes,
  ...followThroughRoutes,
  ...letterRoutes,
  ...trailRoutes,
  ...pastRoutes,
  ...positionRoutes,
  ...peopleRoutes,
]

export function Routes() {
  return (
    <Switch>
      {routes.map(([path, Screen, nest]) => <Route key={path} path={path} nest={nest !== undefined}><Screen /></Route>)}
      <Route><NoSuchScreen /></Route>
    </Switch>
  )
}

function NoSuchScreen() {
  return (
    <Page title="There is nothing here">
      <p>The address may be old, or what it named may have gone.</p>
      <p className="psr-buttons"><LinkButton to={paths.home} look="primary">Go to the home page</LinkButton></p>
    </Page>
  )
}
