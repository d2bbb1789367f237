import { type MouseEvent, type ReactNode, useId, useRef } from 'react'
import { IconButton } from './icon-button.tsx'
import { useModal } from './use-modal.ts'

type DialogProps = { title: string; onClose: () => void; children: ReactNode; className?: string }

/** Modal while it is rendered. Esc, the cross and a click beside it close it; focus goes back where it was. */
export function Dialog({ title, onClose, children, className = 'max-w-lg' }: DialogProps) {
  const modal = useModal(onClose)
  const pressedBeside = useRef(false)
  const titleId = useId()
  return (
    // The click only repeats what Esc and the cross do.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      {...modal}
      aria-labelledby={titleId}
      className={`w-[calc(100%-2rem)] animate-arrive rounded-3xl bg-surface p-6 shadow-2xl ${className}`}
      onPointerDown={(event) => (pressedBeside.current = isBeside(event))}
      // A selection of text may begin inside and end beside it.
      onClick={(event) => pressedBeside.current && isBeside(event) && onClose()}
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

/** What is beside a dialog, its backdrop, counts as the dialog itself. */
function isBeside({ target, currentTarget, clientX, clientY }: MouseEvent<HTMLDialogElement>): boolean {
  if (target !== currentTarget) return false
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect()
  return clientX < left || clientX > right || clientY < top || clientY > bottom
}
