import * as z from 'zod'
import type { ModelSettings } from '../../backend/model-settings.ts'
import { signForBedrock } from '../../backend/providers/sign-for-bedrock.ts'
import { type Answer, answerOf } from '../cloud/answer-of.ts'
import { bad, type Finding, good } from '../cloud/finding.ts'
import type { SettingsSource } from './settings-source.ts'

type Aws = ModelSettings['aws']
/** A model, and with whose key it is asked for. */
export type Asking = { id: string; aws: Aws; who: string }

const Availability = z.object({
  authorizationStatus: z.string(),
  entitlementAvailability: z.string(),
  regionAvailability: z.string(),
  agreementAvailability: z.object({ status: z.string() }),
})

/** GetFoundationModelAvailability costs nothing, and tells whether the account may use a model. */
export async function askBedrock(
  { id, aws, who }: Asking,
  ask: typeof fetch,
  mend: SettingsSource<never>['mend'],
): Promise<Finding> {
  const url = `https://bedrock.${aws.region}.amazonaws.com/foundation-model-availability/${encodeURIComponent(id)}`
  const answer = await answerOf(ask, url, await headersFor(url, aws))
  const title = `${id} of Amazon Bedrock`
  const notTried = `${title} could not be tried`
  const again = 'That says nothing of the key. Type npm run doctor again in a minute.'
  if (typeof answer === 'string') return bad(`${notTried}: ${new URL(url).host} does not answer (${answer})`, again)
  if (answer.ok) return findingOf({ title, aws, who }, answer, mend)
  if (answer.status === 404) return missing(title, aws, mend)
  if (answer.status !== 401 && answer.status !== 403)
    return bad(`${notTried}: ${new URL(url).host} answered ${answer.status}`, again)
  const isKnown = answer.headers.get('x-amzn-errortype')?.startsWith('AccessDenied') === true
  return isKnown && !/authentication failed|api.?key/iu.test(answer.text)
    ? good(
        `${title} was not tried: ${who} is known, but may not ask for it`,
        'A key needs bedrock:InvokeModel alone to paint, and bedrock:GetFoundationModelAvailability to be tried here. Paint one picture with that model to try it.',
      )
    : bad(
        `${who} is refused by Amazon Bedrock (${answer.status})`,
        mend('Make a new key in the console of AWS and write it in the place of this one'),
      )
}

function findingOf(
  { title, aws, who }: { title: string; aws: Aws; who: string },
  answer: Answer,
  mend: SettingsSource<never>['mend'],
): Finding {
  const { authorizationStatus, entitlementAvailability, regionAvailability, agreementAvailability } =
    Availability.parse(JSON.parse(answer.text))
  if (regionAvailability !== 'AVAILABLE') return missing(title, aws, mend)
  const states = [entitlementAvailability, agreementAvailability.status]
  return authorizationStatus === 'AUTHORIZED' && states.every((state) => state === 'AVAILABLE')
    ? good(
        `${title} is open to the account of ${who} in ${aws.region}`,
        'Whether the right to paint (bedrock:InvokeModel) is given shows only when one paints.',
      )
    : bad(
        `${title} is not open to the account of ${who} in ${aws.region}`,
        `Ask for it in the Bedrock console of ${aws.region}, under “Model access”, or paint one picture in its playground there.`,
      )
}

const missing = (title: string, { region }: Aws, mend: SettingsSource<never>['mend']) =>
  bad(
    `${title} is not in ${region}`,
    mend("Set AWS_REGION to a region that has it (Stability AI's models are in us-west-2)"),
  )

async function headersFor(url: string, aws: Aws): Promise<Record<string, string>> {
  const { bearer, accessKeyId = '', secretAccessKey = '' } = aws
  if (bearer !== undefined) return { Authorization: `Bearer ${bearer}` }
  return signForBedrock({ ...aws, accessKeyId, secretAccessKey })({ url, method: 'GET' })
}
