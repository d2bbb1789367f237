import type { Job } from '../../contract/job.ts'
import { type ReceiptLine, receiptLines } from './receipt-lines.ts'

/** What a run cost, line by line; nothing when it is free. */
export function Receipt({ job, className = '' }: { job: Job; className?: string }) {
  const lines = receiptLines(job)
  if (lines.length === 0) return null
  return (
    <dl aria-label="Receipt" className={`max-w-sm rounded-2xl bg-surface px-4 py-3 text-sm ${className}`}>
      {lines.map((line) => (
        <Line key={line.what} {...line} />
      ))}
    </dl>
  )
}

function Line({ what, amount, because, kind }: ReceiptLine) {
  const look =
    kind === 'sum' ? 'mt-1.5 border-t border-high pt-1.5 font-semibold' : kind === 'part' ? 'pl-3 text-soft' : ''
  return (
    <div className={`grid grid-cols-[1fr_auto] gap-x-4 py-0.5 ${look}`}>
      <dt>
        {what}
        {because !== undefined && <span className="block text-2xs font-normal text-soft">{because}</span>}
      </dt>
      <dd className="tabular-nums">{amount}</dd>
    </div>
  )
}
