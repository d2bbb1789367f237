import { type RefObject, type SyntheticEvent, useLayoutEffect, useRef } from 'react'

type Modal = {
  ref: RefObject<HTMLDialogElement | null>
  onCancel: (event: SyntheticEvent) => void
  onClose: () => void
}

/** Shows a dialog modally as long as its component is rendered; then the focus goes back where it was. */
export function useModal(onClose: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null)
  // Before it leaves the document, or the focus would not go back.
  useLayoutEffect(() => {
    const shown = ref.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return {
    ref,
    // Left to itself, Esc hides the dialog at once and says so later: what was pressed in between would be lost.
    onCancel(event) {
      event.preventDefault()
      onClose()
    },
    // When the browser insists. The event comes late: the dialog may have been opened again since.
    onClose: () => ref.current?.open || onClose(),
  }
}
