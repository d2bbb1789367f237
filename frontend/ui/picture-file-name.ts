import type { LightboxSlide } from './slide.ts'

/** `pixel-prompt-<model>-<words of the prompt>-<n>.png`; n counts from 1 among the model's pictures. */
export function pictureFileName({ image, result, job }: LightboxSlide): string {
  const place = (result.images.indexOf(image) + 1).toString()
  const extension = image.mediaType === 'image/jpeg' ? 'jpg' : image.mediaType.slice('image/'.length)
  const parts = ['pixel-prompt', result.model, firstWords(job.prompt), place].filter((part) => part !== '')
  return `${parts.join('-')}.${extension}`
}

// At most 48 characters: whole words, or the beginning of a text that is written without spaces.
function firstWords(prompt: string): string {
  const words = (prompt.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join('-')
  return /^.{1,48}(?=-|$)/u.exec(words)?.[0] ?? Array.from(words).slice(0, 48).join('')
}
