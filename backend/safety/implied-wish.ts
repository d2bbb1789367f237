import { foldText } from './fold-text.ts'
import { ruledOut } from './rules/ruled-out.ts'

/** What is asked for by ruling out its opposite: without clothes, people are naked. The words are as they were written. */
export function impliedWish(negativePrompt: string): { words: string; meaning: string } | undefined {
  for (const item of negativePrompt.split(/[,;|\n]/u)) {
    const meaning = meanings.get(folded(item))
    if (meaning !== undefined) return { words: item.trim(), meaning }
  }
  return undefined
}

const meanings = new Map(
  ruledOut.flatMap(({ entries, meaning }) => entries.split(/[,\n]/u).map((entry) => [folded(entry), meaning])),
)
meanings.delete('')

function folded(item: string): string {
  const letters = foldText(item).map(({ as, kind }) => (kind === 'letter' || kind === 'run' ? as : ''))
  return letters.join('')
}
