import { Component, type ReactNode } from 'react'
import { Button } from './button.tsx'

type FaultBoundaryProps = { children: ReactNode }

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
    return this.state.failed ? <Fallen /> : this.props.children
  }
}

function Fallen() {
  return (
    <div role="alert" className="mx-auto my-12 flex max-w-xl flex-col items-center gap-4 px-4 text-center">
      <p>This part of the page could not be shown. Your prompt and your pictures are safe.</p>
      <Button look="main" onClick={() => location.reload()}>
        Reload the page
      </Button>
    </div>
  )
}
