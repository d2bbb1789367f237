import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { access, constants, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { JobId } from '../../../contract/primitives.ts'
import { mediaTypeOf } from '../image-keys.ts'
import type { ImageStore } from '../storage.ts'
import { openFile } from './open-file.ts'
import { translateFailure } from './translate-failure.ts'

/** Images as files below `dataDir`, named by their keys. `probe` throws StorageUnavailable when none can be kept. */
export function localImages(dataDir: string): ImageStore & { probe(): Promise<void> } {
  const images = join(dataDir, 'images')
  // In the images' own file system, so that a rename is atomic. What a crash left there is of no use.
  const drafts = join(images, '.unfinished')
  rmSync(drafts, { recursive: true, force: true })
  mkdirSync(drafts, { recursive: true, mode: 0o700 })

  // Somebody may have cleared the images away. The data folder itself is not made again: its database would be missing.
  const ensureFolders = async () => {
    if (await exists(drafts)) return
    await mkdirUnlessThere(images)
    await mkdirUnlessThere(drafts)
    await syncFolder(dataDir)
  }

  const withDraft = async (bytes: Uint8Array, keep: (draft: string) => Promise<void>) => {
    await ensureFolders()
    const draft = join(drafts, randomUUID())
    try {
      await writeDurably(draft, bytes)
      await keep(draft)
    } finally {
      await rm(draft, { force: true })
    }
  }

  return {
    async ready() {
      await translated(ensureFolders)
      await translated(() => access(drafts, constants.W_OK | constants.X_OK))
      await translated(() => access(images, constants.W_OK | constants.X_OK))
    },
    async put(key, bytes) {
      if (!mediaTypeOf(key)) throw new Error(`${key} is not the key of an image`)
      const file = join(dataDir, key)
      await translated(async () => {
        if (await exists(file)) return
        await withDraft(bytes, async (draft) => {
          await mkdir(dirname(file), { recursive: true, mode: 0o700 })
          await rename(draft, file)
        })
        await syncFolder(dirname(file))
        await syncFolder(images)
      })
    },
    async read(key) {
      const mediaType = mediaTypeOf(key)
      if (!mediaType) return undefined
      const bytes = await translated(() => unlessMissing(readFile(join(dataDir, key))))
      return bytes && { bytes, mediaType }
    },
    async open(key) {
      const mediaType = mediaTypeOf(key)
      if (!mediaType) return undefined
      const opened = await translated(() => unlessMissing(openFile(join(dataDir, key))))
      return opened && { ...opened, mediaType }
    },
    async removeAll(jobId) {
      const folder = join(images, JobId.parse(jobId))
      await translated(() => rm(folder, { recursive: true, force: true }))
    },
    async probe() {
      await translated(() => withDraft(Buffer.from('can be written'), async () => {}))
    },
  }
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw translateFailure(error, 'the data folder')
  }
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

// Without this, a power cut could take the new name away although the job says that the image is there.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // folders cannot be opened there
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const mkdirUnlessThere = (folder: string) =>
  mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (!isSystemError(error, 'EEXIST')) throw error
  })

const exists = async (file: string) => (await unlessMissing(access(file).then(() => true))) ?? false

const unlessMissing = <T>(found: Promise<T>): Promise<T | undefined> =>
  found.catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return undefined
    throw error
  })

const isSystemError = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
