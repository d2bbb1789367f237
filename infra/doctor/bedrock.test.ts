import { expect, test } from 'vitest'
import { awsSecret, isSigned } from '../../backend/providers/fakes/bedrock.ts'
import { freePort } from '../../e2e/server.ts'
import { testDoctor } from './test-doctor.ts'

const open = {
  modelId: 'stability.stable-image-ultra-v1:1',
  authorizationStatus: 'AUTHORIZED',
  entitlementAvailability: 'AVAILABLE',
  regionAvailability: 'AVAILABLE',
  agreementAvailability: { status: 'AVAILABLE' },
}
const keys = { AWS_ACCESS_KEY_ID: 'id-of-mine', AWS_SECRET_ACCESS_KEY: awsSecret, AWS_REGION: 'us-west-2' }

async function here(env: Record<string, string>, answer: () => Response = () => Response.json(open)) {
  const tested = await testDoctor({ env: { PORT: String(await freePort()), ...env } })
  const sent: { url: URL; headers: Record<string, string> }[] = []
  tested.providers.answer = (url, headers) => {
    sent.push({ url: new URL(url), headers: Object.fromEntries(headers) })
    return answer()
  }
  /** What is said of Bedrock. */
  const lines = async () => (await tested.doctor()).text.split('\n').filter((line) => line.includes('Bedrock'))
  return { ...tested, lines, sent }
}

test('asks Bedrock for each of its models, signed as AWS wants it', async () => {
  const { lines, sent } = await here({ BEDROCK_ENABLED: 'true', ...keys })
  expect(await lines()).toEqual([
    'ok     stability.stable-image-ultra-v1:1 of Amazon Bedrock is open to the account of AWS_ACCESS_KEY_ID in us-west-2',
    'ok     stability.sd3-5-large-v1:0 of Amazon Bedrock is open to the account of AWS_ACCESS_KEY_ID in us-west-2',
  ])
  // Both at once.
  expect(sent.map(({ url }) => url.href).toSorted()).toEqual([
    'https://bedrock.us-west-2.amazonaws.com/foundation-model-availability/stability.sd3-5-large-v1%3A0',
    'https://bedrock.us-west-2.amazonaws.com/foundation-model-availability/stability.stable-image-ultra-v1%3A1',
  ])
  for (const { url, headers } of sent)
    expect(
      isSigned({
        method: 'GET',
        path: url.pathname,
        headers: { host: url.host, ...headers },
        text: '',
      }),
    ).toBe(true)
})

test('shows a key of Bedrock, and one of a single model, as they are, and asks once for the same', async () => {
  const { lines, sent } = await here({
    MODEL_COUNT: '3',
    MODEL_1_NAME: 'Stable Image Core (Bedrock)',
    MODEL_2_NAME: 'Stable Image Core (Bedrock)',
    MODEL_3_NAME: 'Stable Diffusion 3.5 Large (Bedrock)',
    MODEL_3_KEY: 'k-own',
    AWS_BEARER_TOKEN_BEDROCK: 'k-all',
    ...keys,
  })
  expect(await lines()).toEqual([
    'ok     stability.stable-image-core-v1:1 of Amazon Bedrock is open to the account of AWS_BEARER_TOKEN_BEDROCK in us-west-2',
    'ok     stability.sd3-5-large-v1:0 of Amazon Bedrock is open to the account of MODEL_3_KEY in us-west-2',
  ])
  expect(new Set(sent.map(({ headers }) => headers['authorization']))).toEqual(
    new Set(['Bearer k-all', 'Bearer k-own']),
  )
})

const refused = (type: string, status: number) => () =>
  Response.json({ message: 'no' }, { status, headers: { 'x-amzn-errortype': `${type}:http://internal.amazon.com/` } })

test.each<[string, () => Response, RegExp]>([
  [
    'is not in that region',
    () => Response.json({ ...open, regionAvailability: 'NOT_AVAILABLE' }),
    /WRONG.*is not in us-west-2\n.*AWS_REGION.* in \.env,/u,
  ],
  ['is unknown', refused('ResourceNotFoundException', 404), /WRONG.*is not in us-west-2/u],
  [
    'is not open',
    () => Response.json({ ...open, entitlementAvailability: 'NOT_AVAILABLE' }),
    /WRONG.*is not open to the account.*\n.*“Model access”/u,
  ],
  [
    'wants an agreement',
    () => Response.json({ ...open, agreementAvailability: { status: 'PENDING' } }),
    /WRONG.*is not open/u,
  ],
  [
    'is not for this key',
    refused('UnrecognizedClientException', 403),
    /WRONG  AWS_ACCESS_KEY_ID is refused by Amazon Bedrock \(403\)\n.*in the place of this one in \.env,/u,
  ],
  [
    'may not be asked for',
    refused('AccessDeniedException', 403),
    /ok .*was not tried: AWS_ACCESS_KEY_ID is known, but may not ask for it\n.*GetFoundationModelAvailability.*Paint one picture/u,
  ],
  [
    'cannot be answered for',
    refused('InternalServerException', 500),
    /WRONG.*bedrock\.us-west-2\.amazonaws\.com answered 500\n.*nothing of the key/u,
  ],
  [
    'is not answered for',
    () => {
      throw new Error('gone')
    },
    /WRONG.*amazonaws\.com does not answer \(gone\)/u,
  ],
])('tells a model of Bedrock that %s', async (_, answer, words) => {
  const { doctor } = await here({ BEDROCK_ENABLED: 'true', ...keys }, answer)
  const { text } = await doctor()
  expect(text).toMatch(words)
  expect(text).not.toContain(awsSecret)
})

test('says that Bedrock is left out where there is no key of AWS', async () => {
  const { doctor, sent } = await here({ BEDROCK_ENABLED: 'true' })
  expect((await doctor()).text).toMatch(
    /WRONG  stability.*left out.*no key for it\n.*AWS_BEARER_TOKEN_BEDROCK.* in \.env,/u,
  )
  expect(sent).toEqual([])
})

test('asks for a deployment as whoever types it, since the worker has its own credentials', async () => {
  const { answers, doctor, sent } = await here({})
  answers['GetSecretValue'] = () => ({
    SecretString: '{"BEDROCK_ENABLED":"true","AWS_REGION":"us-west-2"}',
    VersionId: 'v1',
  })
  expect((await doctor('--stack', 'pixel-prompt')).text).toContain(
    'ok     stability.stable-image-ultra-v1:1 of Amazon Bedrock is open to the account of whoever types this in us-west-2',
  )
  expect(sent[0]?.headers['authorization']).toMatch(
    /^AWS4-HMAC-SHA256 Credential=emulated\/\d{8}\/us-west-2\/bedrock\//u,
  )
})
