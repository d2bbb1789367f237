const known = ['dark', 'light', 'system'] as const
export type ThemeChoice = (typeof known)[number]

// Needed before the first paint, hence without the stores and schemas of the rest of the page.

/** What the person chose on an earlier visit. */
export function storedTheme(): ThemeChoice {
  try {
    const text = localStorage.getItem('theme')
    return known.find((choice) => JSON.stringify(choice) === text) ?? 'system'
  } catch {
    return 'system'
  }
}

export function showTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
}
