import { lazyPart } from './ui/lazy-part.tsx'
import { Suspense } from 'react'
import { helpShown } from './ui/help.ts'
import { useShortcut } from './ui/shortcuts.ts'
import { useStore } from './ui/store.ts'

const HelpSheet = lazyPart(async () => (await import('./ui/help-sheet.tsx')).HelpSheet)

/** `?` opens the help sheet. */
export function HelpShortcut() {
  useShortcut('?', () => helpShown.set('help'))
  const shown = useStore(helpShown)
  return shown ? (
    <Suspense>
      <HelpSheet beginning={shown} onClose={() => helpShown.set(false)} />
    </Suspense>
  ) : null
}
