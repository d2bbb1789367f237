import { type RefObject, useEffect, useRef } from 'react'
import { Dialog } from './dialog.tsx'
import { modKey } from './mod-key.ts'
import { sketchWords } from './sketch-words.ts'

const shortcuts: readonly (readonly [keys: readonly string[], does: string])[] = [
  [[modKey.label, 'Enter'], 'Generate'],
  [[modKey.label, 'E'], 'Enhance the prompt'],
  [['Alt', 'R'], 'Random prompt'],
  [['Esc'], 'Close, or clear the prompt'],
  [['←', '→'], 'Previous and next picture, when one is open'],
  [['?'], 'This sheet'],
]

type HelpSheetProps = { beginning: 'help' | 'models'; onClose: () => void }

export function HelpSheet({ beginning, onClose }: HelpSheetProps) {
  const models = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (beginning === 'help') return
    models.current?.focus()
    models.current?.scrollIntoView({ block: 'start' })
  }, [beginning])
  return (
    <Dialog title="Help and shortcuts" onClose={onClose}>
      <p className="mb-5 text-soft">
        Write a prompt, choose the models, press Generate. Every model paints at the same time and each picture appears
        the moment it is finished. All runs are kept in the gallery; closing the page stops nothing.
      </p>
      <div className="flex flex-col gap-6">
        <Shortcuts />
        <RealModels heading={models} />
      </div>
    </Dialog>
  )
}

/** Last where there is probably no keyboard. */
function Shortcuts() {
  return (
    <section className="pointer-coarse:order-last">
      <h3 className="mb-3 font-semibold">Shortcuts</h3>
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
    </section>
  )
}

function RealModels({ heading }: { heading: RefObject<HTMLHeadingElement | null> }) {
  return (
    <section className="text-sm text-soft">
      <h3 ref={heading} tabIndex={-1} className="mb-2 scroll-mt-6 text-base font-semibold text-text outline-none">
        Add real models
      </h3>
      <p>Without a key, the models are {sketchWords}</p>
      <ol className="mt-3 flex list-decimal flex-col gap-2 pl-5">
        <li>
          Where Pixel Prompt runs, stop it with Ctrl+C and start it with your key. OpenAI’s image models stand beside
          the sketches:
          <Lines text="OPENAI_API_KEY=your-key npm start" />
        </li>
        <li>
          Or number the models yourself, in a file named <code className="text-text">.env</code> in its folder, up to
          20. Then there are these alone:
          <Lines text={numbered} />
        </li>
        <li>Start it again and reload this page.</li>
      </ol>
    </section>
  )
}

const numbered = `MODEL_COUNT=2
MODEL_1_NAME=gpt-image-2.6-flare
MODEL_1_KEY=your-key
MODEL_2_NAME="My own server"
MODEL_2_ID=the-model-it-serves
MODEL_2_BASE_URL=http://127.0.0.1:8080/v1`

const Lines = ({ text }: { text: string }) => (
  <pre className="mt-1.5 rounded-xl bg-raised px-3 py-2 text-2xs whitespace-pre-wrap text-text">
    <code>{text}</code>
  </pre>
)
