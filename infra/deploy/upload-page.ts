import { createHash } from 'node:crypto'
import { paginateListObjectsV2, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import type { PageObject } from '../page-objects.ts'

/**
 * Uploads what is not there yet. What pages ask for comes before the page that asks for it, and nothing is removed: a tab
 * that is open goes on asking for the files of its own page. Tells the keys that were written.
 */
export async function uploadPage(s3: S3Client, Bucket: string, objects: readonly PageObject[]): Promise<string[]> {
  const there = await etagsIn(s3, Bucket)
  const missing = objects.filter(({ key, body }) => there.get(key) !== etagOf(body))
  const put = ({ key, body, contentType, cacheControl }: PageObject) =>
    s3.send(
      new PutObjectCommand({ Bucket, Key: key, Body: body, ContentType: contentType, CacheControl: cacheControl }),
    )
  await Promise.all(missing.filter(isHashed).map(put))
  for (const object of missing.filter((one) => !isHashed(one))) await put(object)
  return missing.map(({ key }) => key)
}

/** Named by its content, so that its name never means anything else. */
export const isHashed = ({ cacheControl }: Pick<PageObject, 'cacheControl'>): boolean =>
  cacheControl.includes('immutable')

/** As S3 makes it of an object that came in one piece. */
export const etagOf = (body: Uint8Array): string => createHash('md5').update(body).digest('hex')

export async function etagsIn(client: S3Client, Bucket: string): Promise<Map<string, string>> {
  const etags = new Map<string, string>()
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket }))
    for (const { Key = '', ETag = '' } of Contents) etags.set(Key, ETag.replaceAll('"', ''))
  return etags
}
