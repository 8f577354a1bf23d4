import type { ComponentType } from 'react'
import { Route, Switch } from 'wouter'
import { LinkButton } from '../components/button.tsx'
import { Page } from './page.tsx'
import { paths } from './paths.ts'

/**
 * Address and screen, one line each. A screen reads its own part of the address with `useParams`. All but the home page
 * are loaded when first shown: `lazy(() => import('…').then((file) => ({ default: file.SomeScreen })))`.
 */
const routes: readonly (readonly [path: string, screen: ComponentType])[] = [
]

export function Routes() {
  return (
    <Switch>
      {routes.map(([path, Screen]) => <Route key={path} path={path}><Screen /></Route>)}
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
