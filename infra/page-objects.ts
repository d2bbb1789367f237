import { readPage } from '../backend/api/page-files.ts'

export type PageObject = { key: string; body: Uint8Array<ArrayBuffer>; contentType: string; cacheControl: string }

/** Of what is named by its content. */
export const keptForEver = 'public, max-age=31536000, immutable'
export const askedEachTime = 'no-cache'

/**
 * The built page as objects of a bucket. What is named by its content comes first and is kept for ever, so that no page asks for
 * what is not there yet; the page itself is asked for each time. Throws when it is not built.
 */
export async function pageObjects(folder = 'dist/web'): Promise<PageObject[]> {
  const files = await readPage(folder)
  if (files === undefined) throw new Error(`There is no built page in ${folder}: run npm run build`)
  const objects = Array.from(files, ([path, { type, hashed, plain }]) => ({
    key: path.slice(1),
    body: plain,
    contentType: type,
    cacheControl: hashed ? keptForEver : askedEachTime,
  }))
  const isPage = ({ key }: PageObject) => key.endsWith('.html')
  return objects.toSorted((a, b) => Number(isPage(a)) - Number(isPage(b)))
}
