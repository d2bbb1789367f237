import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import * as z from 'zod'
import type { PageObject } from '../page-objects.ts'
import { Release, Unfinished } from './release.ts'
import { isHashed } from './upload-page.ts'

const Current = z.object({ id: z.string() })

export type ReleaseStore = ReturnType<typeof releaseStore>

/**
 * Releases, under `releases/` of the pictures' bucket: CloudFront may read `images/` of it and nothing else, the functions
 * neither. The page's bucket would not do, for CloudFront may read all of that.
 */
export function releaseStore(s3: S3Client, Bucket: string) {
  const put = (name: string, body: string | Uint8Array, ContentType = 'application/json') =>
    s3.send(new PutObjectCommand({ Bucket, Key: `releases/${name}`, Body: body, ContentType }))
  const bytes = async (name: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: `releases/${name}` }))
      return Body && new Uint8Array(await Body.transformToByteArray())
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined
      throw error
    }
  }
  const json = async <Value>(name: string, schema: z.ZodType<Value>): Promise<Value | undefined> => {
    const body = await bytes(name)
    return body && schema.parse(JSON.parse(new TextDecoder().decode(body)))
  }
  const find = (id: string) => json(`${id}/release.json`, Release)
  return {
    find,
    async current(): Promise<Release | undefined> {
      const current = await json('current.json', Current)
      return current && find(current.id)
    },
    unfinished: () => json('unfinished.json', Unfinished),
    async stopAfter(state: Unfinished): Promise<void> {
      await put('unfinished.json', JSON.stringify(state))
    },
    /** Keeps a release with what the next one will write over. */
    async keep(release: Release, page: readonly PageObject[]): Promise<void> {
      for (const { key, body, contentType } of page.filter((object) => !isHashed(object)))
        await put(`${release.id}/page/${key}`, body, contentType)
      await put(`${release.id}/template.yaml`, release.template, 'application/yaml')
      await put(`${release.id}/release.json`, JSON.stringify(release, undefined, 2))
    },
    /** From now on this one is the last that was seen to answer. */
    async finish(id: string): Promise<void> {
      await put('current.json', JSON.stringify({ id }))
      await s3.send(new DeleteObjectCommand({ Bucket, Key: 'releases/unfinished.json' }))
    },
    templateUrl: async (id: string): Promise<string> =>
      `https://${Bucket}.s3.${await s3.config.region()}.amazonaws.com/releases/${id}/template.yaml`,
    pageFile: (id: string, key: string) => bytes(`${id}/page/${key}`),
  }
}
