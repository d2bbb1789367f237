import { showTheme, storedTheme, type ThemeChoice } from './chosen-theme.ts'
import { createStore, useStore } from './store.ts'

type Theme = 'dark' | 'light'

const chosen = createStore<ThemeChoice>(storedTheme())
const light = matchMedia('(prefers-color-scheme: light)')
const system = createStore(systemTheme())
light.addEventListener('change', () => system.set(systemTheme()))

function systemTheme(): Theme {
  return light.matches ? 'light' : 'dark'
}

/** The theme in force, and the way to the other one. Going back to what the system says follows it again. */
export function useTheme(): { theme: Theme; switchTheme: () => void } {
  const choice = useStore(chosen)
  const ofSystem = useStore(system)
  const theme = choice === 'system' ? ofSystem : choice
  const other = theme === 'dark' ? 'light' : 'dark'
  return { theme, switchTheme: () => choose(other === ofSystem ? 'system' : other) }
}

function choose(choice: ThemeChoice): void {
  chosen.set(choice)
  showTheme(choice)
  // A full or forbidden storage must not stop the page: the choice then lives as long as the tab.
  try {
    localStorage.setItem('theme', JSON.stringify(choice))
  } catch {
    return
  }
}
