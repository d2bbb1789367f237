import { useEffect, useEffectEvent } from 'react'
import { modKey } from './mod-key.ts'

/** `mod` is Ctrl, or Cmd on Apple's systems. Single characters are left alone while the person types. */
export type Shortcut = 'mod+enter' | 'mod+e' | 'alt+r' | '?'

export function useShortcut(shortcut: Shortcut, run: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (
      event.defaultPrevented ||
      event.isComposing ||
      document.querySelector('dialog[open]') ||
      !matches(shortcut, event)
    )
      return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}

function matches(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const either = event.ctrlKey || event.metaKey
  switch (shortcut) {
    case 'mod+enter':
      return either && event.key === 'Enter'
    case 'mod+e':
      // Not the other one: on a Mac, Ctrl+E goes to the end of the line.
      return modKey.isDown(event) && !event.altKey && event.code === 'KeyE'
    case 'alt+r':
      return event.altKey && !either && event.code === 'KeyR'
    case '?':
      return event.key === '?' && !either && !isTyping(event.target)
  }
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=range], [type=checkbox], [type=radio]), textarea, select')
