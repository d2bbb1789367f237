import type { Model } from '../../contract/model.ts'
import { Button } from '../ui/button.tsx'
import { formatMoney } from '../ui/money.ts'
import { runPrice } from './price.ts'
import { passesCap, readCap } from './spending-cap.ts'

type GenerateButtonProps = {
  chosen: readonly Model[]
  images: number | undefined
  /** As it was written. */
  cap: string | undefined
  state: 'ready' | 'sending' | 'refused' | 'unreachable'
  /** Whether there is a prompt. */
  written: boolean
}

/** Carries the price of exactly these models and images. */
export function GenerateButton({ chosen, images = 1, cap = '', state, written }: GenerateButtonProps) {
  const count = chosen.length * images
  const price = runPrice(chosen, images)
  const limit = readCap(cap)
  const tooDear = passesCap(price, limit)
  return (
    <Button
      type="submit"
      look="main"
      className="min-h-13 w-full rounded-2xl! px-5 text-base"
      aria-disabled={state === 'sending' || chosen.length === 0 || !written || tooDear}
      aria-keyshortcuts="Control+Enter"
    >
      <span className="flex-1 text-left whitespace-nowrap">{words[state]}</span>
      <span className="text-right text-sm font-normal">
        {chosen.length === 0
          ? 'no model chosen'
          : !written
            ? 'Write a prompt first'
            : tooDear
              ? `${formatMoney(price)}, over your limit of ${limit === 0 ? '$0' : formatMoney(limit)}`
              : `${count} ${count === 1 ? 'picture' : 'pictures'} · ${formatMoney(price)}`}
      </span>
    </Button>
  )
}

const words = { ready: 'Generate', sending: 'Sending…', refused: 'Generate', unreachable: 'Try again' }
