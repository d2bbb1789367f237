import type { S3Client } from '@aws-sdk/client-s3'
import { CommandFault } from '../cloud/fault.ts'
import { outputOf, type Stack } from '../cloud/stack.ts'
import type { PageObject } from '../page-objects.ts'
import type { DeployDeps } from './deploy-deps.ts'
import type { Release } from './release.ts'
import { releaseStore, type ReleaseStore } from './release-store.ts'
import { etagsIn, isHashed } from './upload-page.ts'

type Target = { store: ReleaseStore; release: Release; page: PageObject[] }

/** What a way back leads to. Throws when it is not all there any more. */
export async function findTarget({ services: { s3 } }: Pick<DeployDeps, 'services'>, stack: Stack): Promise<Target> {
  const store = releaseStore(s3, outputOf(stack, 'ImagesBucket'))
  const release = await findRelease(store)
  return { store, release, page: await readPage(s3, { store, release, bucket: outputOf(stack, 'WebBucket') }) }
}

async function findRelease(store: ReleaseStore): Promise<Release> {
  const [current, unfinished] = await Promise.all([store.current(), store.unfinished()])
  const id = unfinished === undefined ? current?.before : (unfinished.backTo ?? current?.id)
  const release = typeof id === 'string' ? await store.find(id) : undefined
  if (release === undefined) throw new CommandFault('No earlier release is kept: there is nothing to bring back.')
  return release
}

type Kept = { store: ReleaseStore; release: Release; bucket: string }

/** The files that were written over since; those named by their content are still there. */
async function readPage(s3: S3Client, { store, release, bucket }: Kept): Promise<PageObject[]> {
  const there = await etagsIn(s3, bucket)
  const lost = release.page.filter((file) => isHashed(file) && there.get(file.key) !== file.etag)
  const kept = await Promise.all(
    release.page
      .filter((file) => !isHashed(file))
      .map(async ({ key, contentType, cacheControl }) => {
        const body = await store.pageFile(release.id, key)
        return body === undefined ? key : { key, body, contentType, cacheControl }
      }),
  )
  const missing = [...lost.map(({ key }) => key), ...kept.filter((file) => typeof file === 'string')]
  if (missing.length > 0)
    throw new CommandFault(
      `Of the page of ${release.id} there are no longer ${missing.join(', ')}. Type git checkout ${release.commit}, then npm ci and npm run deploy.`,
    )
  return kept.filter((file) => typeof file !== 'string')
}
