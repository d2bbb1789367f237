import { useEffect, useState } from 'react'
import { announce } from './announcer.tsx'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { createStore, useStore } from './store.ts'

type Toast = { id: number; kind: 'note' | 'fault'; text: string }

const shownMs = { note: 5000, fault: 12_000 }
const toasts = createStore<readonly Toast[]>([])
let lastId = 0

/** Shows a notice for a while: a note is read out politely, a fault at once. At most three are shown. */
export function toast(text: string, kind: Toast['kind'] = 'note'): void {
  lastId += 1
  // A live region has to be there before its words: the announcer's is.
  if (kind === 'note') announce(text)
  toasts.set([
    ...toasts
      .get()
      .filter((old) => old.text !== text)
      .slice(-2),
    { id: lastId, kind, text },
  ])
}

const dismiss = (id: number) => toasts.set(toasts.get().filter((one) => one.id !== id))

/** On a phone above the bar that Generate or the lightbox keeps at the edge. */
export function Toasts() {
  return (
    <section
      aria-label="Notices"
      className="pointer-events-none fixed inset-x-4 bottom-24 z-50 flex flex-col items-center gap-2 sm:left-auto sm:w-96 sm:items-stretch lg:bottom-4"
    >
      {useStore(toasts).map((one) => (
        <ToastCard key={one.id} {...one} />
      ))}
    </section>
  )
}

function ToastCard({ id, kind, text }: Toast) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(dismiss, shownMs[kind], id)
    return () => clearTimeout(timer)
  }, [held, id, kind])
  return (
    <div
      role={kind === 'fault' ? 'alert' : undefined}
      className="pointer-events-auto flex w-full animate-arrive items-center gap-3 rounded-2xl bg-high py-1 pr-1 pl-4 text-sm shadow-lg"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon
        name={kind === 'fault' ? 'alert' : 'check'}
        className={`size-5 ${kind === 'fault' ? 'text-rose' : 'text-sage'}`}
      />
      <p className="min-w-0 flex-1 py-2">{text}</p>
      <IconButton icon="close" label="Dismiss" onClick={() => dismiss(id)} />
    </div>
  )
}
