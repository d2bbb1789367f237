import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3'
import { JobId } from '../../../contract/primitives.ts'
import { mediaTypeOf } from '../image-keys.ts'
import { type ImageStore, StorageUnavailable } from '../storage.ts'
import { translateFailure } from './translate-failure.ts'
import { translated } from './translated.ts'

type Options = {
  bucket: string
  now: () => number
  /** How long the bytes of an image may take to be read. */
  readMs?: number
}

/** Images as objects of a bucket, named by their keys. `probe` throws StorageUnavailable when none can be kept. */
export function s3Images(
  s3: S3Client,
  { bucket: Bucket, now, readMs = 20_000 }: Options,
): ImageStore & { probe(): Promise<void> } {
  // With the prefix that is all that most functions may list: to ask for the bucket itself they have no right.
  const probe = async () =>
    void (await translated(() => s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'images/', MaxKeys: 1 }))))
  let fineUntil = -Infinity

  const get = (Key: string, abortSignal?: AbortSignal) =>
    unlessMissing(s3.send(new GetObjectCommand({ Bucket, Key }), abortSignal && { abortSignal }))

  const remove = async (keys: readonly string[]) => {
    const Delete = { Objects: keys.map((Key) => ({ Key })), Quiet: true }
    const { Errors = [] } = await translated(() => s3.send(new DeleteObjectsCommand({ Bucket, Delete })))
    const [first] = Errors
    if (first) throw translateFailure(Object.assign(new Error(first.Message), { name: first.Code, $fault: 'server' }))
  }

  return {
    probe,
    async ready() {
      if (now() < fineUntil) return
      await probe()
      fineUntil = now() + fineForMs
    },
    async put(Key, Body, ContentType) {
      if (!mediaTypeOf(Key)) throw new Error(`${Key} is not the key of an image`)
      const object = { Bucket, Key, Body, ContentType, CacheControl: 'public, max-age=31536000, immutable' }
      await translated(() => onceThere(() => s3.send(new PutObjectCommand({ ...object, IfNoneMatch: '*' }))))
    },
    async read(key) {
      const mediaType = mediaTypeOf(key)
      if (!mediaType) return undefined
      return translated(async () => {
        const body = (await get(key, AbortSignal.timeout(readMs)))?.Body?.transformToWebStream()
        return body && { bytes: await new Response(body).bytes(), mediaType }
      })
    },
    async open(key) {
      const mediaType = mediaTypeOf(key)
      if (!mediaType) return undefined
      const found = await translated(() => get(key))
      if (!found?.Body) return undefined
      return { body: found.Body.transformToWebStream(), byteLength: found.ContentLength ?? 0, mediaType }
    },
    async removeAll(jobId) {
      const Prefix = `images/${JobId.parse(jobId)}/`
      for (;;) {
        const { Contents = [] } = await translated(() => s3.send(new ListObjectsV2Command({ Bucket, Prefix })))
        if (Contents.length === 0) return
        await remove(Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key])))
      }
    },
  }
}

/** A bucket does not go away between two runs. */
const fineForMs = 5000

const conflicts = 3

/** Written by somebody else before, or by a try whose answer was lost: these are the same bytes. */
async function onceThere(put: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await put()
      return
    } catch (error) {
      if (isNamed(error, 'PreconditionFailed')) return
      // Two at the same moment: neither need have been written.
      if (!isNamed(error, 'ConditionalRequestConflict')) throw error
      if (tries === conflicts) throw new StorageUnavailable('The storage is busy. Try again.', { cause: error })
    }
  }
}

const unlessMissing = <T>(found: Promise<T>): Promise<T | undefined> =>
  found.catch((error: unknown) => {
    if (isNamed(error, 'NoSuchKey')) return undefined
    throw error
  })

const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name
