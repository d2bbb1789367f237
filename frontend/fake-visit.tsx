import { cleanup, render, screen } from '@testing-library/react'
import { vi } from 'vitest'

/** Opens the whole page at an address as a browser does: anew, knowing only what storage has kept. */
export async function visit(address = '/'): Promise<void> {
  cleanup()
  vi.resetModules()
  history.replaceState(null, '', address)
  const { addRunsOf } = await import('./generate/runs.ts')
  const { App } = await import('./app.tsx')
  addRunsOf(location.search)
  render(<App />)
}

/** A person who has never been here. */
export function forgetVisits(): void {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
  vi.unstubAllGlobals()
}

export const prompt = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Prompt' })
export const generate = () => screen.findByRole('button', { name: /^(Generate|Try again)/u })
