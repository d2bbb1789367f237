import { readScene } from './scene.ts'
import { sketchStyles } from './styles.ts'
import { tag } from './svg.ts'

export function paintSketch(request: {
  style: string
  prompt: string
  negativePrompt?: string | undefined
  seed: number
  width: number
  height: number
}): string {
  const { style, prompt, negativePrompt, seed, width, height } = request
  const painter = sketchStyles.find(({ id }) => id === style)
  if (!painter) throw new Error(`there is no sketch style named ${style}`)
  const picture = painter.paint(readScene(prompt, negativePrompt), { width, height, seed })
  return tag(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${String(width)} ${String(height)}` },
    picture,
  )
}
