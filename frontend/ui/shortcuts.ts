import { useEffect, useEffectEvent } from 'react'

/** `mod` is Ctrl, or Cmd on a Mac. Single characters are left alone while the person types. */
export type Shortcut = 'mod+enter' | 'mod+e' | 'alt+r' | '?'

export function useShortcut(shortcut: Shortcut, run: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') || !matches(shortcut, event)) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

function matches(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const mod = event.ctrlKey || event.metaKey
  switch (shortcut) {
    case 'mod+enter':
      return mod && event.key === 'Enter'
    case 'mod+e':
      return mod && !event.altKey && event.code === 'KeyE'
    case 'alt+r':
      return event.altKey && !mod && event.code === 'KeyR'
    case '?':
      return event.key === '?' && !mod && !isTyping(event.target)
  }
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=range], [type=checkbox], [type=radio]), textarea, select')
