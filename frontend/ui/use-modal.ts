import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Shows a dialog modally as long as its component is rendered; then the focus goes back where it was. */
export function useModal(onClose: () => void): { ref: RefObject<HTMLDialogElement | null>; onClose: () => void } {
  const ref = useRef<HTMLDialogElement>(null)
  // Before it leaves the document, or the focus would not go back.
  useLayoutEffect(() => {
    const shown = ref.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  // The event comes late: the dialog may have been opened again since.
  return { ref, onClose: () => ref.current?.open || onClose() }
}
