import { createStore, useStore } from './store.ts'

const spoken = createStore('')
let waiting: string[] = []

/** Tells screen readers something brief; what is said within a moment is read as one. */
export function announce(text: string): void {
  if (waiting.push(text) > 1) return
  setTimeout(() => {
    spoken.set(waiting.join('. '))
    waiting = []
  }, 150)
}

export function Announcer() {
  return (
    <output aria-live="polite" className="sr-only">
      {useStore(spoken)}
    </output>
  )
}
