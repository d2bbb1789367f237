import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

type Bytes = Uint8Array<ArrayBuffer>
export type PageFile = { type: string; etag: string; hashed: boolean; plain: Bytes; br?: Bytes; gzip?: Bytes }

/** The built page by URL path (`/assets/index-Bx2kq.js`), in memory. Its paths are never looked up on the disk. */
export type PageFiles = ReadonlyMap<string, PageFile>

/** Reads and compresses everything under a folder. Undefined when there is no built page in it. */
export async function readPage(folder: string): Promise<PageFiles | undefined> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const files = new Map<string, PageFile>()
  // One by one: each that is compressed takes up to 34 MB meanwhile.
  for (const path of paths) files.set(urlPath(folder, path), await read(path))
  return files.has('/index.html') ? files : undefined
}

const urlPath = (folder: string, path: string) => `/${relative(folder, path).split(sep).join('/')}`

async function read(path: string): Promise<PageFile> {
  const plain = await readFile(path)
  const type = mediaTypes[extname(path)] ?? 'application/octet-stream'
  const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  // Vite puts a hash of the content into the names of everything under assets/.
  const hashed = path.split(sep).includes('assets')
  return { type, etag, hashed, plain, ...(/^text|json|javascript|svg|manifest/u.test(type) && (await compress(plain))) }
}

async function compress(plain: Bytes): Promise<{ br: Bytes; gzip: Bytes }> {
  const [br, zipped] = await Promise.all([
    // The highest level takes a tenth off, but dozens of times as long, and the start would wait for it.
    promisify(brotliCompress)(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: windowFor(plain.length) },
    }),
    promisify(gzip)(plain, { level: 9 }),
  ])
  return { br, gzip: zipped }
}

// One that holds the whole file. For a small file of a known size the encoder then takes little time and memory.
const windowFor = (bytes: number) =>
  Math.min(
    constants.BROTLI_DEFAULT_WINDOW,
    Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes + 16))),
  )

const mediaTypes: Partial<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
