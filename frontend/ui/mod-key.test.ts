import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

test.each([
  ['Macintosh; Intel Mac OS X', '⌘', { ctrlKey: false, metaKey: true }],
  ['X11; Linux x86_64', 'Ctrl', { ctrlKey: true, metaKey: false }],
])('commands begin with the key of the system: %s', async (userAgent, label, pressed) => {
  vi.stubGlobal('navigator', { userAgent })
  const { modKey } = await import('./mod-key.ts')
  expect(modKey.label).toBe(label)
  expect(modKey.isDown(pressed)).toBe(true)
  expect(modKey.isDown({ ctrlKey: pressed.metaKey, metaKey: pressed.ctrlKey })).toBe(false)
})
