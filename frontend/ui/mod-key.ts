type Modifiers = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey'>

/** The key that commands begin with: Ctrl, or Cmd on Apple's systems. */
export const modKey = /Mac|iPhone|iPad/u.test(navigator.userAgent)
  ? { label: '⌘', isDown: ({ metaKey }: Modifiers) => metaKey }
  : { label: 'Ctrl', isDown: ({ ctrlKey }: Modifiers) => ctrlKey }
