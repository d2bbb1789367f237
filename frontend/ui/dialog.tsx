import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './icon-button.tsx'

type DialogProps = { title: string; onClose: () => void; children: ReactNode; className?: string }

/** Modal while it is rendered. Esc, the cross and a click beside it close it; focus goes back where it was. */
export function Dialog({ title, onClose, children, className = 'max-w-lg' }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    // The click only repeats what Esc and the cross do.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={`w-[calc(100%-2rem)] animate-arrive rounded-3xl bg-surface p-6 shadow-2xl ${className}`}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <header className="mb-4 flex items-center justify-between gap-4">
        <h2 id={titleId} className="text-xl font-semibold">
          {title}
        </h2>
        <IconButton icon="close" label="Close" className="-mr-2" onClick={onClose} />
      </header>
      {children}
    </dialog>
  )
}
