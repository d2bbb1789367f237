import type { Result } from '../../contract/job.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { type LateIcon, stopIcon } from '../ui/late-icons.ts'

/** What stands in the place of a picture that is not there, or not yet, with the reason if it is not told beside. */
export function NoPicture({ status, reason }: { status: Result['status']; reason?: string | undefined }) {
  const { icon, look } = looks[status]
  return (
    <div className={`flex size-full flex-col items-center justify-center gap-3 p-4 text-center text-sm ${look}`}>
      <Icon name={icon} className="size-8" />
      {reason !== undefined && <p className="max-w-full">{reason}</p>}
    </div>
  )
}

const looks = {
  pending: { icon: 'sparkle', look: 'bg-raised text-faint' },
  in_progress: { icon: 'sparkle', look: 'animate-sheen bg-tint text-accent' },
  completed: { icon: 'sparkle', look: 'bg-raised text-faint' },
  error: { icon: 'alert', look: 'bg-rose-tint text-rose' },
  cancelled: { icon: stopIcon, look: 'bg-raised text-faint' },
} as const satisfies Record<Result['status'], { icon: IconName | LateIcon; look: string }>
