import { Dialog } from './dialog.tsx'

const mod = /Mac|iPhone|iPad/u.test(globalThis.navigator?.userAgent ?? '') ? '⌘' : 'Ctrl'

const shortcuts: readonly (readonly [keys: readonly string[], does: string])[] = [
  [[mod, 'Enter'], 'Generate'],
  [[mod, 'E'], 'Enhance the prompt'],
  [['Alt', 'R'], 'Random prompt'],
  [['Esc'], 'Close, or clear the prompt'],
  [['←', '→'], 'Previous and next picture, when one is open'],
  [['?'], 'This sheet'],
]

export function HelpSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Help and shortcuts" onClose={onClose}>
      <p className="mb-5 text-soft">
        Write a prompt, choose the models, press Generate. Every model paints at the same time and each picture appears
        the moment it is finished. All runs are kept in the gallery; closing the page stops nothing.
      </p>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2.5 text-sm">
        {shortcuts.map(([keys, does]) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd key={key} className="min-w-7 rounded-lg bg-high px-2 py-1 text-center font-sans text-2xs">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="text-soft">{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
