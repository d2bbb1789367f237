import { codePoints, maxPromptLength } from '../../contract/prompt.ts'

const nearLimit = maxPromptLength * 0.9

/** Read out only when the limit is near. */
export function PromptCounter({ text, id }: { text: string; id: string }) {
  const length = codePoints(text.trim())
  const over = length - maxPromptLength
  return (
    <p
      id={id}
      className={`text-2xs tabular-nums ${over > 0 ? 'font-semibold text-rose' : length > nearLimit ? 'text-rose' : 'text-faint'}`}
      aria-live={length > nearLimit ? 'polite' : 'off'}
    >
      {over > 0 ? `${thousands(over)} too many` : `${thousands(length)} / ${thousands(maxPromptLength)}`}
    </p>
  )
}

// toLocaleString would load the locale data of the browser before the first paint.
const thousands = (count: number): string => String(count).replace(/\B(?=\d{3}$)/u, ',')
