import { thumbHashToDataURL } from 'thumbhash'

const known = new Map<string, string>()

/** A tiny blurred picture as a data URL, from a thumbhash in base64; undefined when it is not one. */
export function thumbhashUrl(thumbhash: string): string | undefined {
  const before = known.get(thumbhash)
  if (before !== undefined) return before
  try {
    const url = thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (char) => char.charCodeAt(0)))
    known.set(thumbhash, url)
    return url
  } catch {
    return undefined
  }
}
