import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

/** `heading`: `h1` where the screen has no other. */
type LoadFaultProps = { what: string; heading: 'h1' | 'h2'; error: Error; onRetry: () => void }

export function LoadFault({ what, heading: Heading, error, onRetry }: LoadFaultProps) {
  return (
    <div
      role="alert"
      className="mx-auto flex max-w-md flex-col items-center gap-3 rounded-3xl bg-surface px-6 py-12 text-center"
    >
      <Icon name="alert" className="size-9 text-rose" />
      <Heading className="text-lg font-semibold">{what} could not be loaded</Heading>
      <p className="text-sm text-soft">{error.message}</p>
      <Button className="mt-2" onClick={onRetry}>
        <Icon name="retry" className="size-4" />
        Try again
      </Button>
    </div>
  )
}
