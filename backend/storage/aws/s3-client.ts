import { S3Client } from '@aws-sdk/client-s3'
import { type ClientOptions, commonOptions } from './clients.ts'

type Options = ClientOptions & {
  /** For an S3 that is not AWS's, whose buckets have no host names of their own. */
  pathStyle: boolean
}

/** One for a process, as those of the other services are. */
export function s3Client({ pathStyle, ...options }: Options): S3Client {
  const { requestHandler, ...common } = commonOptions(options)
  return new S3Client({
    ...common,
    forcePathStyle: pathStyle,
    // An image is read at the speed of whoever it is for, but nobody rests for a minute.
    requestHandler: { ...requestHandler, socketTimeout: 60_000 },
    maxAttempts: 3,
  })
}
