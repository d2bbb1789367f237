import { useEffect, useState } from 'react'
import { IconButton } from '../ui/icon-button.tsx'

const thanksMs = 2000

/** Notices lie under an open dialog, so the button itself tells how it went. */
export function CopyButton({ text, label, className = '' }: { text: string; label: string; className?: string }) {
  const [done, setDone] = useState<'copied' | 'refused'>()
  useEffect(() => {
    if (done === undefined) return
    const timer = setTimeout(setDone, thanksMs)
    return () => clearTimeout(timer)
  }, [done])
  return (
    <span className={`relative inline-flex ${className}`}>
      <IconButton
        icon={done === 'copied' ? 'check' : 'copy'}
        label={label}
        onClick={() => void copy(text).then(setDone)}
      />
      <output className="pointer-events-none absolute right-0 bottom-full text-2xs whitespace-nowrap">
        {done && (
          <span className="rounded-lg bg-high px-2 py-1">
            {done === 'copied' ? 'Copied' : 'The browser does not allow copying here'}
          </span>
        )}
      </output>
    </span>
  )
}

async function copy(text: string): Promise<'copied' | 'refused'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'refused'
  }
}
