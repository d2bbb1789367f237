import type { Model } from '../../contract/model.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { dayInWords } from './retirement.ts'

/** Who succeeds a model that is retired, or is going to be, and the setting that tells the server so. */
export function SuccessorLine({ model: { lifecycle, successor, successorSetting } }: { model: Model }) {
  const since = lifecycle.state === 'retired' ? `Retired${lifecycle.on ? ` on ${dayInWords(lifecycle.on)}` : ''}` : ''
  const words = [since, successor && `${since ? 'successor' : 'Successor'} is ${successor}`].filter(Boolean).join(', ')
  return (
    <>
      {words && <p className="mt-1.5">{words}.</p>}
      {successorSetting !== undefined && (
        <p className="mt-1.5 flex items-center gap-1 rounded-xl bg-raised pl-3">
          <code className="min-w-0 flex-1 text-text">{successorSetting}</code>
          <CopyButton text={successorSetting} label={`Copy the setting ${successorSetting}`} />
        </p>
      )}
    </>
  )
}
