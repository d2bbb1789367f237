import { thumbHashToDataURL } from 'thumbhash'

const mostKnown = 500
const known = new Map<string, string>()

/** A tiny blurred picture as a data URL, from a thumbhash in base64; undefined when it is not one. */
export function thumbhashUrl(thumbhash: string): string | undefined {
  const url = known.get(thumbhash) ?? drawn(thumbhash)
  if (url === undefined) return undefined
  // Put in again as the latest: what was not asked for the longest time goes first.
  known.delete(thumbhash)
  known.set(thumbhash, url)
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
  return url
}

function drawn(thumbhash: string): string | undefined {
  try {
    return thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (char) => char.charCodeAt(0)))
  } catch {
    return undefined
  }
}
