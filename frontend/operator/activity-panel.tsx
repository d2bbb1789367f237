import type { ActivityReply } from '../../contract/operator.ts'
import { formatSeconds } from '../ui/duration.ts'
import { useNow } from '../ui/use-now.ts'
import { faultWords } from './fault-words.ts'
import type { Live } from './live.ts'
import { Panel, PanelSkeleton } from './panel.tsx'
import { PartFault } from './part-fault.tsx'

/** What waits and paints now, and what went wrong in the last hour. */
export function ActivityPanel({ activity }: { activity: Live<ActivityReply> }) {
  const { data, error } = activity
  if (!data) {
    return error ? <PartFault title="Queue and faults" of={activity} /> : <PanelSkeleton className="h-36" />
  }
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Panel title="Queue">
        <Queue {...data} />
      </Panel>
      <Panel title="Faults of the last hour">
        {data.faults.length === 0 ? <p className="mt-2">None.</p> : <Faults faults={data.faults} />}
      </Panel>
    </div>
  )
}

function Queue({ pending, running, waitingSince }: ActivityReply) {
  const now = useNow(1000)
  if (pending + running === 0) return <p className="mt-2">Nothing paints and nothing waits.</p>
  const waits = waitingSince === undefined ? 0 : Math.max(0, Math.round((now - Date.parse(waitingSince)) / 1000))
  return (
    <dl className="mt-2 flex flex-wrap gap-x-10 gap-y-3 tabular-nums">
      <Figure what="painting">{running}</Figure>
      <Figure what="waiting">{pending}</Figure>
      {waits > 0 && <Figure what="the longest waits">{formatSeconds(waits)}</Figure>}
    </dl>
  )
}

const Figure = ({ what, children }: { what: string; children: number | string }) => (
  <div className="flex flex-col-reverse">
    <dt className="text-sm text-soft">{what}</dt>
    <dd className="text-3xl font-semibold tracking-tight">{children}</dd>
  </div>
)

function Faults({ faults }: Pick<ActivityReply, 'faults'>) {
  return (
    <ul className="mt-2 flex flex-col gap-2.5 text-sm">
      {faults.map(({ model, name, code, count }) => (
        <li key={`${model} ${code}`} className="flex items-baseline gap-3">
          <span className="shrink-0 rounded-lg bg-rose-tint px-2 py-0.5 text-rose tabular-nums">
            {count}
            <span aria-hidden="true">×</span>
            <span className="sr-only"> times:</span>
          </span>
          <span>
            <strong className="font-semibold">{name}</strong> {faultWords[code]}
          </span>
        </li>
      ))}
    </ul>
  )
}
