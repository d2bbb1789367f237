import type { Job, Result } from '../../contract/job.ts'
import { formatSeconds } from '../ui/duration.ts'
import { useNow } from '../ui/use-now.ts'
import { CardFrame } from './card-frame.tsx'

type PaintingCardProps = { job: Job; result: Extract<Result, { status: 'in_progress' }> }

export function PaintingCard({ job, result: { name, startedAt, usualMs, painted } }: PaintingCardProps) {
  const elapsedMs = Math.max(0, useNow(500) - Date.parse(startedAt))
  const share = painted ?? (usualMs && elapsedMs / usualMs)
  return (
    <CardFrame
      name={name}
      ratio={job.parameters.aspectRatio}
      picture={
        <div className="relative overflow-hidden bg-raised">
          <div className="absolute inset-0 animate-sheen bg-linear-to-br from-tint via-rose-tint to-sage-tint" />
          {share !== undefined && (
            <div
              className="absolute inset-x-0 bottom-0 h-1 origin-left bg-accent transition-transform duration-500 ease-linear"
              style={{ transform: `scaleX(${Math.min(share, 0.97)})` }}
            />
          )}
        </div>
      }
    >
      {inWords(elapsedMs, usualMs)}
      {painted !== undefined && `, ${Math.round(painted * 100)} %`}
    </CardFrame>
  )
}

function inWords(elapsedMs: number, usualMs: number | undefined): string {
  const elapsed = Math.floor(elapsedMs / 1000)
  if (usualMs === undefined) return `Painting, ${formatSeconds(elapsed)}`
  if (elapsedMs > usualMs * 1.2) return `${formatSeconds(elapsed)}, longer than usual`
  const usual = Math.ceil(usualMs / 1000)
  return `${usual < 60 ? elapsed : formatSeconds(elapsed)} of about ${formatSeconds(usual)}`
}
