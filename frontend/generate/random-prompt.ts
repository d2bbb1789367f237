import { prompts } from './random-prompts.ts'

/** Never the one that is there already. */
export function randomPrompt(current: string): string {
  const others = prompts.filter((prompt) => prompt !== current)
  return others[Math.floor(Math.random() * others.length)] ?? current
}
