import { crc32 } from 'node:zlib'
import { buildApp } from 'fauxqs'

type Stores = NonNullable<Parameters<typeof buildApp>[0]>['stores']
type Part<Name extends string, Store> = { [name in Name]: new () => Store }

/**
 * S3 and SQS on a port of 127.0.0.1. Unlike fauxqs by itself it heeds the preconditions of a PUT (`If-None-Match: *`,
 * `If-Match`) and refuses a wrong CRC32, as S3 does: without them every test of a create-only write would be a false green.
 */
export async function startStrictFauxqs(): Promise<{ url: string; stop(): Promise<void> }> {
  const [{ S3Store }, { SqsStore }, { SnsStore }] = await Promise.all([
    part<Part<'S3Store', NonNullable<NonNullable<Stores>['s3Store']>>>('./s3/s3Store.js'),
    part<Part<'SqsStore', NonNullable<NonNullable<Stores>['sqsStore']>>>('./sqs/sqsStore.js'),
    part<Part<'SnsStore', NonNullable<NonNullable<Stores>['snsStore']>>>('./sns/snsStore.js'),
  ])
  const s3Store = new S3Store()
  const app = buildApp({
    logger: false,
    host: '127.0.0.1',
    stores: { s3Store, sqsStore: new SqsStore(), snsStore: new SnsStore() },
  })
  const etagOf = (bucket: string, key: string): string | undefined => {
    try {
      return s3Store.headObject(bucket, key).etag
    } catch {
      return undefined
    }
  }

  // Synchronous on purpose: nothing comes between the check and the write.
  app.addHook('preHandler', (request, reply, done) => {
    const { bucket = '', '*': key = '' } = request.params as Record<string, string | undefined>
    const { uploadId } = request.query as Record<string, string | undefined>
    if (request.method !== 'PUT' || key === '' || uploadId !== undefined) return done()
    const refusal = refusalOf(request.headers, etagOf(bucket, key), request.body)
    if (refusal === undefined) return done()
    const { status, code } = refusal
    void reply
      .code(status)
      .type('application/xml')
      .send(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`)
  })

  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url, stop: () => app.close() }
}

type Headers = Record<string, string | string[] | undefined>

function refusalOf(headers: Headers, etag: string | undefined, body: unknown) {
  const ifMatch = headers['if-match']
  if (headers['if-none-match'] === '*' && etag !== undefined) return { status: 412, code: 'PreconditionFailed' }
  if (ifMatch !== undefined && etag === undefined) return { status: 404, code: 'NoSuchKey' }
  if (ifMatch !== undefined && bareTag(etag) !== bareTag(String(ifMatch))) {
    return { status: 412, code: 'PreconditionFailed' }
  }
  const wanted = headers['x-amz-checksum-crc32']
  const isChunked = String(headers['content-encoding'] ?? '').includes('aws-chunked')
  if (wanted === undefined || isChunked || !Buffer.isBuffer(body)) return undefined
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return sum.toString('base64') === wanted ? undefined : { status: 400, code: 'BadDigest' }
}

const bareTag = (etag: string | undefined) => etag?.replaceAll('"', '')

// Its stores are not exported: its version is pinned.
const part = async <Module>(path: string): Promise<Module> =>
  (await import(new URL(path, import.meta.resolve('fauxqs')).href)) as Module
