import { Icon } from '../ui/icon.tsx'
import { play } from '../ui/sounds.ts'
import { replacePrompt } from './draft.ts'
import { ExampleArt } from './example-art.tsx'

const examples = [
  {
    prompt: 'A lighthouse keeper’s cat watching a storm of paper boats',
    scene: 'lighthouse',
    mood: 'bg-tint text-accent',
  },
  {
    prompt: 'A night market on the moon, lanterns, steam, long shadows',
    scene: 'market',
    mood: 'bg-rose-tint text-rose',
  },
  {
    prompt: 'A greenhouse cathedral in the fog, ferns as tall as towers',
    scene: 'greenhouse',
    mood: 'bg-sage-tint text-sage',
  },
] as const

/** Before the first run: what will happen here, and three prompts to begin with. */
export function FirstVisit() {
  return (
    <section aria-labelledby="begin" className="lg:pt-1">
      <h2
        id="begin"
        className="max-w-2xl text-[1.65rem] leading-[1.15] font-semibold tracking-tight text-balance sm:text-[2.5rem]"
      >
        One prompt. Every model paints it, while you watch.
      </h2>
      <p className="mt-4 max-w-lg text-soft">
        Write your own, or begin with one of these. Nothing is sent before you press Generate.
      </p>
      <ul className="mt-8 grid gap-4 sm:grid-cols-3">
        {examples.map(({ prompt, scene, mood }) => (
          <li key={prompt} className="flex">
            <button
              type="button"
              className={`group flex w-full flex-col overflow-hidden rounded-[2rem] text-left transition duration-300 hover:-translate-y-1 ${mood}`}
              onClick={() => {
                replacePrompt(prompt)
                play('switch')
                document.querySelector<HTMLElement>('#prompt')?.focus()
              }}
            >
              <ExampleArt scene={scene} />
              <span className="flex flex-1 flex-col justify-between gap-5 px-5 pt-4 pb-5">
                <span className="text-[1.0625rem] leading-snug font-medium text-pretty">{prompt}</span>
                <span className="flex items-center gap-1.5 text-sm">
                  Use this prompt
                  <Icon name="right" className="size-4 transition group-hover:translate-x-1" />
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
