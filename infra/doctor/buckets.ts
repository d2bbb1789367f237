import { GetBucketEncryptionCommand, GetPublicAccessBlockCommand, type S3Client } from '@aws-sdk/client-s3'
import { awsName } from '../cloud/fault.ts'
import { bad, type Finding, good } from '../cloud/finding.ts'
import { outputOf } from '../cloud/stack.ts'
import type { Check } from './check.ts'
import type { DeployedDeps } from './deployed-deps.ts'

export const buckets: Check<Pick<DeployedDeps, 'services' | 'stack' | 'region'>> = {
  name: 'The buckets',
  async look({ services: { s3 }, stack, region }) {
    const names = ['WebBucket', 'ImagesBucket'].map((name) => outputOf(stack, name))
    return Promise.all(names.flatMap((name) => [isClosed(s3, name, region), isEncrypted(s3, name, region)]))
  },
}

async function isClosed(s3: S3Client, Bucket: string, region: string): Promise<Finding> {
  const block = await unless('NoSuchPublicAccessBlockConfiguration', async () => {
    const answer = await s3.send(new GetPublicAccessBlockCommand({ Bucket }))
    return answer.PublicAccessBlockConfiguration
  })
  const all = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'] as const
  if (all.every((name) => block?.[name] === true)) return good(`Nobody else can read ${Bucket}`)
  const wanted = all.map((name) => `${name}=true`).join(',')
  return bad(
    `${Bucket} is not closed to the public`,
    `Type aws s3api put-public-access-block --bucket ${Bucket} --region ${region} --public-access-block-configuration ${wanted}.`,
  )
}

async function isEncrypted(s3: S3Client, Bucket: string, region: string): Promise<Finding> {
  const rules = await unless('ServerSideEncryptionConfigurationNotFoundError', async () => {
    const answer = await s3.send(new GetBucketEncryptionCommand({ Bucket }))
    return answer.ServerSideEncryptionConfiguration?.Rules
  })
  if (rules !== undefined && rules.length > 0) return good(`${Bucket} is encrypted`)
  const wanted = '{"Rules":[{"ApplyServerSideEncryptionByDefault":{"SSEAlgorithm":"AES256"}}]}'
  return bad(
    `${Bucket} is not encrypted`,
    `Type aws s3api put-bucket-encryption --bucket ${Bucket} --region ${region} --server-side-encryption-configuration '${wanted}'.`,
  )
}

/** Undefined when S3 says by that name that there is nothing. */
async function unless<Value>(name: string, read: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await read()
  } catch (error) {
    if (awsName(error) === name) return undefined
    throw error
  }
}
