import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'
import { Icon } from './icon.tsx'
import { copyIcon } from './late-icons.ts'

const thanksMs = 2000

/** Notices lie under an open dialog, so the button itself tells how it went. */
type CopyButtonProps = { text: string; label: string; labelled?: 'silently' | 'visibly'; className?: string }

/** The label is seen on wide screens, or only read out. */
export function CopyButton({ text, label, labelled = 'silently', className = '' }: CopyButtonProps) {
  const [done, setDone] = useState<'copied' | 'refused'>()
  useEffect(() => {
    if (done === undefined) return
    const timer = setTimeout(setDone, thanksMs)
    return () => clearTimeout(timer)
  }, [done])
  return (
    <span className={`relative inline-flex ${className}`}>
      <Button
        look="bare"
        className={labelled === 'visibly' ? 'px-3!' : 'w-11 px-0!'}
        aria-label={label}
        title={label}
        onClick={() => void copyText(text).then(setDone)}
      >
        <Icon name={done === 'copied' ? 'check' : copyIcon} />
        {labelled === 'visibly' && <span className="max-lg:hidden">{label}</span>}
      </Button>
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
