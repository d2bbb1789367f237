import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import type { Live } from './live.ts'
import { Panel } from './panel.tsx'

type PartFaultProps = { title: string; of: Live<unknown>; meanwhile?: string }

/** In the place of a part of which nothing is known. `meanwhile`: what that means for the server. */
export function PartFault({ title, of: { error, refetch }, meanwhile }: PartFaultProps) {
  return (
    <Panel title={title}>
      <div role="alert" className="mt-2 flex items-start gap-3">
        <Icon name="alert" className="mt-0.5 size-5 text-rose" />
        <div className="min-w-0">
          <p className="font-medium text-rose">Not known at the moment</p>
          <p className="mt-0.5 text-sm">{error?.message}</p>
          {meanwhile !== undefined && <p className="mt-0.5 text-sm text-soft">{meanwhile}</p>}
        </div>
      </div>
      <Button className="mt-3" onClick={() => void refetch()}>
        <Icon name="retry" className="size-4" />
        Try again
      </Button>
    </Panel>
  )
}
