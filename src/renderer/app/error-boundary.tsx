import { Component, type ReactNode } from 'react'
import { RefusalPanel } from '../components/refusal.tsx'

/** A fault in one screen is told like any other refusal; the navigation stays. A class, because React wants one. */
export class ErrorBoundary extends Component<Readonly<{ children: ReactNode }>, Readonly<{ error: unknown }>> {
  override state: Readonly<{ error: unknown }> = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <main id="main" className="psr-main" tabIndex={-1}>
        <h1 className="psr-vh">Something went wrong</h1>
        <RefusalPanel error={this.state.error} onTryAgain={() => this.setState({ error: null })} />
      </main>
    )
  }
}
