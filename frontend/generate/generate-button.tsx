import type { Model } from '../../contract/model.ts'
import { Button } from '../ui/button.tsx'
import { formatMoney } from '../ui/money.ts'
import { runPrice } from './price.ts'

type GenerateButtonProps = {
  chosen: readonly Model[]
  images: number
  state: 'ready' | 'sending' | 'refused' | 'unreachable'
  /** Whether there is a prompt. */
  written: boolean
}

/** Carries the price of exactly these models and images. */
export function GenerateButton({ chosen, images, state, written }: GenerateButtonProps) {
  const count = chosen.length * images
  return (
    <Button
      type="submit"
      look="main"
      className="min-h-13 w-full rounded-2xl! px-5 text-base"
      aria-disabled={state === 'sending' || chosen.length === 0 || !written}
      aria-keyshortcuts="Control+Enter"
    >
      <span className="flex-1 text-left">{words[state]}</span>
      <span className="text-sm font-normal">
        {chosen.length === 0
          ? 'no model chosen'
          : !written
            ? 'Write a prompt first'
            : `${count} ${count === 1 ? 'picture' : 'pictures'} · ${formatMoney(runPrice(chosen, images))}`}
      </span>
    </Button>
  )
}

const words = { ready: 'Generate', sending: 'Sending…', refused: 'Generate', unreachable: 'Try again' }
