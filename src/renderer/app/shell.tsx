import { Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { Loading } from '../components/states.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { Nav } from './nav.tsx'
import { NavigatedContext } from './page.tsx'
import { Routes } from './routes.tsx'
import { TopBar } from './top-bar.tsx'

/** Navigation, top bar, and the screen that the address asks for. */
export function Shell() {
  const [path] = useLocation()
  const [first] = useState(path)
  const [navigated, setNavigated] = useState(false)
  if (!navigated && path !== first) setNavigated(true)
  return (
    <>
      <a className="nhsuk-skip-link psr-skip" href="#main" onClick={(event) => { event.preventDefault(); document.getElementById('main')?.focus() }}>Skip to main content</a>
      <div className="psr-app">
        <Nav />
        <TopBar />
        <NavigatedContext value={navigated}>
          <ErrorBoundary key={path}>
            <Suspense fallback={<main id="main" className="psr-main" tabIndex={-1}><Loading what="Opening" /></main>}>
              <Routes />
            </Suspense>
          </ErrorBoundary>
        </NavigatedContext>
      </div>
    </>
  )
}
