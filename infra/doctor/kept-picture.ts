import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { good } from '../cloud/finding.ts'
import { lookAtAddress } from '../cloud/look-at-address.ts'
import { siteOf } from '../cloud/look-at-site.ts'
import { outputOf } from '../cloud/stack.ts'
import type { Check } from './check.ts'
import type { DeployedDeps } from './deployed-deps.ts'

/** As the function BrowserCaching of the template says it. */
const keptByOneBrowser = 'private, max-age=31536000, immutable'

/** One that is kept, asked for as a visitor would. */
export const keptPicture: Check<Pick<DeployedDeps, 'services' | 'stack' | 'fetch'>> = {
  name: 'A picture',
  async look({ services: { s3 }, stack, fetch }) {
    const Bucket = outputOf(stack, 'ImagesBucket')
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'images/', MaxKeys: 1 }))
    const key = Contents[0]?.Key
    if (key === undefined)
      return [good('There is no picture yet to be asked for', 'Paint one, then type npm run doctor again.')]
    const site = siteOf(stack)
    // Whoever knows a picture's address may see it: it stands in no line.
    const hidden = (text: string) => text.replaceAll(key, 'images/…')
    const { finding } = await lookAtAddress(site, fetch, {
      title: 'A picture is answered, and kept by browsers',
      path: `/${key}`,
      type: 'image/',
      cacheControl: keptByOneBrowser,
      advice: `CloudFront's signature (BucketAccess) or its right to read (ImagesPolicy) is broken, unless the picture was deleted just now: type aws cloudformation detect-stack-drift --stack-name ${site.stack} --region ${site.region} to see which, then npm run deploy.`,
    })
    return [{ ...finding, title: hidden(finding.title), advice: hidden(finding.advice) }]
  },
}
