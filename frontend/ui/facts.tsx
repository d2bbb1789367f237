import type { ReactNode } from 'react'

/** A few words in a line with dots between them; where the line breaks, the dot is left out. Children end the line. */
export function Facts({ words, children }: { words: readonly string[]; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between">
      <p className="flex min-w-0 flex-1 flex-wrap gap-x-[1.1em] overflow-hidden">
        {words.map((word, place) => (
          <span key={word} className="relative">
            {place > 0 && <span className="absolute right-full w-[1.1em] text-center whitespace-pre"> · </span>}
            {word}
          </span>
        ))}
      </p>
      {children}
    </div>
  )
}
