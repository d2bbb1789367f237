import type { LightboxSlide } from './slide.ts'

const longest = 120

/** What stands for a picture where it is not seen: `Ink Landscape: a fox`, `Ink Landscape, picture 2 of 4: a fox`. */
export function pictureWords({ image, result: { images, name }, job }: LightboxSlide): string {
  const which = images.length > 1 ? `${name}, picture ${images.indexOf(image) + 1} of ${images.length}` : name
  const characters = Array.from(job.prompt)
  return `${which}: ${characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : job.prompt}`
}
