import * as z from 'zod/mini'
import { createStore, useStore } from './store.ts'
import { storedIn } from './stored.ts'

type Theme = 'dark' | 'light'

const chosen = storedIn(() => localStorage, 'theme', z.enum(['dark', 'light', 'system']), 'system')
const light = globalThis.matchMedia?.('(prefers-color-scheme: light)')
const system = createStore<Theme>(light?.matches ? 'light' : 'dark')

/** To be called once, before the first paint. */
export function applyTheme(): void {
  light?.addEventListener('change', () => system.set(light.matches ? 'light' : 'dark'))
  show()
  chosen.subscribe(show)
}

function show(): void {
  const theme = chosen.get()
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** The theme in force, and the way to the other one. Going back to what the system says follows it again. */
export function useTheme(): { theme: Theme; switchTheme: () => void } {
  const choice = useStore(chosen)
  const ofSystem = useStore(system)
  const theme = choice === 'system' ? ofSystem : choice
  const other = theme === 'dark' ? 'light' : 'dark'
  return { theme, switchTheme: () => chosen.set(other === ofSystem ? 'system' : other) }
}
