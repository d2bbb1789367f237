import { Component, type ReactNode } from 'react'
import { Button } from './button.tsx'

type FaultBoundaryProps = { of: 'part' | 'screen'; children: ReactNode }

/** Keeps a fault in one part from taking the page with it. React knows no other way than a class. */
export class FaultBoundary extends Component<FaultBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidCatch(error: unknown) {
    reportError(error)
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return this.props.of === 'part' ? (
      <Fallen heading="h2" />
    ) : (
      <main id="content">
        <Fallen heading="h1" />
      </main>
    )
  }
}

function Fallen({ heading: Heading }: { heading: 'h1' | 'h2' }) {
  return (
    <div role="alert" className="mx-auto my-12 flex max-w-xl flex-col items-center gap-4 px-4 text-center">
      <Heading className="font-semibold">This part of the page could not be shown</Heading>
      <p>Your prompt and your pictures are safe.</p>
      <Button look="main" onClick={() => location.reload()}>
        Reload the page
      </Button>
    </div>
  )
}
