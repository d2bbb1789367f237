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

type StarterPromptsProps = { small?: boolean; className: string }

/** Three prompts to begin with: cards side by side, or small ones in a row. */
export function StarterPrompts({ small = false, className }: StarterPromptsProps) {
  return (
    <ul
      aria-label="Prompts to begin with"
      className={`${small ? 'flex gap-2.5' : 'grid grid-cols-3 gap-4'} ${className}`}
    >
      {examples.map(({ prompt, scene, mood }) => (
        <li key={prompt} className={small ? 'flex w-40 shrink-0' : 'flex'}>
          <button
            type="button"
            className={`group flex w-full flex-col overflow-hidden text-left transition duration-300 ${small ? 'rounded-2xl' : 'rounded-3xl hover:-translate-y-1'} -outline-offset-2 ${mood}`}
            onClick={() => {
              replacePrompt(prompt)
              play('switch')
              document.querySelector<HTMLElement>('#prompt')?.focus()
            }}
          >
            <ExampleArt scene={scene} />
            <span className={`flex flex-1 flex-col justify-between gap-5 ${small ? 'px-3 py-2.5' : 'px-5 pt-4 pb-5'}`}>
              <span
                className={`font-medium text-pretty ${small ? 'text-sm leading-tight' : 'text-[1.0625rem] leading-snug'}`}
              >
                {prompt}
              </span>
              {!small && (
                <span className="flex items-center gap-1.5 text-sm">
                  Use this prompt
                  <Icon name="right" className="size-4 transition group-hover:translate-x-1" />
                </span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
