import { CreateInvalidationCommand, GetInvalidationCommand } from '@aws-sdk/client-cloudfront'
import type { PageObject } from '../page-objects.ts'
import type { DeployDeps } from './deploy-deps.ts'
import { isHashed } from './upload-page.ts'

const pollMs = 5000

/** Makes CloudFront forget its copies of what keeps its name, and waits until it has. */
export async function invalidate(
  { services: { cloudFront }, newId, pause }: DeployDeps,
  DistributionId: string,
  objects: readonly Pick<PageObject, 'key' | 'cacheControl'>[],
): Promise<void> {
  const paths = ['/', ...objects.filter((object) => !isHashed(object)).map(({ key }) => `/${key}`)]
  const { Invalidation } = await cloudFront.send(
    new CreateInvalidationCommand({
      DistributionId,
      InvalidationBatch: { CallerReference: newId(), Paths: { Quantity: paths.length, Items: paths } },
    }),
  )
  const Id = Invalidation?.Id
  for (let status = Invalidation?.Status; status === 'InProgress';) {
    await pause(pollMs)
    status = (await cloudFront.send(new GetInvalidationCommand({ DistributionId, Id }))).Invalidation?.Status
  }
}
