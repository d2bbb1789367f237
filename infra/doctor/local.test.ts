import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { catalogue } from '../../backend/providers/catalogue/catalogue.ts'
import { freePort } from '../../e2e/server.ts'
import { testDoctor } from './test-doctor.ts'

/** A folder in which everything is as it should be. */
function goodFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pixel-prompt-doctor-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const lock = (version: string) => JSON.stringify({ packages: { '': {}, 'node_modules/a': { version } } })
  mkdirSync(join(folder, 'node_modules'))
  mkdirSync(join(folder, 'dist/web'), { recursive: true })
  writeFileSync(join(folder, 'package-lock.json'), lock('1.0.0'))
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), lock('1.0.0'))
  writeFileSync(join(folder, 'dist/web/index.html'), '<!doctype html>')
  return folder
}

async function here(env: Record<string, string> = {}) {
  const folder = goodFolder()
  return { ...(await testDoctor({ folder, env: { PORT: String(await freePort()), ...env } })), folder }
}

test('finds nothing wrong with a machine that is set up', async () => {
  const { doctor } = await here()
  const { code, text } = await doctor()
  expect(text).toMatch(
    /Node 24[\s\S]*packages are installed[\s\S]*page was built[\s\S]*can be made[\s\S]*is free[\s\S]*settings are right/u,
  )
  expect(code).toBe(0)
})

test('finds an old Node, packages that are others, a page that is not built and data that cannot be kept', async () => {
  const { doctor, folder, outside } = await here()
  outside.nodeVersion = '20.20.2'
  writeFileSync(join(folder, 'node_modules/.package-lock.json'), '{"packages":{"node_modules/a":{"version":"0.9.0"}}}')
  rmSync(join(folder, 'dist'), { recursive: true })
  writeFileSync(join(folder, 'data'), 'a file')
  const { code, text, wrong } = await doctor()
  expect(code).toBe(1)
  expect(wrong).toEqual([
    'WRONG  Node 20.20.2 is too old',
    'WRONG  1 packages are not as the lock file has them',
    'WRONG  The page is not built',
    `WRONG  ${join(folder, 'data')} is not a folder`,
  ])
  expect(text).toMatch(/npm ci[\s\S]*npm run build[\s\S]*DATA_DIR/u)

  rmSync(join(folder, 'node_modules'), { recursive: true })
  expect((await doctor()).wrong).toContain('WRONG  No packages are installed')
})

test('finds a port that is taken, unless it is by the product itself', async () => {
  const { doctor, outside } = await here()
  let body = 'something else'
  const server = createServer((_, response) => response.end(body)).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  outside.env = { PORT: String((server.address() as AddressInfo).port) }
  const { text, wrong } = await doctor()
  expect(wrong.join()).toContain('cannot be listened on (EADDRINUSE)')
  expect(text).toMatch(/PORT=\d+ npm start/u)

  body = '{"ok":true,"parts":{}}'
  expect(await doctor()).toMatchObject({ code: 0, text: expect.stringContaining('runs already') })
})

test('finds every fault of the settings without showing a value, for a key may be in the wrong line', async () => {
  const { doctor } = await here({ ACCESS_PASSWORD: 'short', LOG_LEVEL: 'sk-pasted' })
  const { wrong, text } = await doctor()
  expect(wrong).toHaveLength(2)
  expect(wrong.join()).toMatch(/ACCESS_PASSWORD[\s\S]*LOG_LEVEL/u)
  expect(text).not.toMatch(/short|sk-pasted/u)
})

test('asks each provider once for each of its keys, in the way of that provider', async () => {
  const { asked, doctor, providers } = await here({
    OPENAI_API_KEY: 'k-openai',
    GEMINI_API_KEY: 'k-google',
    STABILITY_API_KEY: 'k-stability',
    BFL_API_KEY: 'k-bfl',
    RECRAFT_API_KEY: 'k-recraft',
    XAI_API_KEY: 'k-xai',
    LUMA_API_KEY: 'k-luma',
    FAL_KEY: 'k-fal',
    REPLICATE_API_TOKEN: 'k-replicate',
    TOGETHER_API_KEY: 'k-together',
    FIREWORKS_API_KEY: 'k-fireworks',
    DEEPINFRA_API_KEY: 'k-deepinfra',
    GOOGLE_VERTEX_API_KEY: 'k-vertex',
    MODERATION: 'openai',
  })
  const shown = new Map<string, string>()
  providers.answer = (url, headers) => {
    shown.set(
      new URL(url).host,
      headers.get('authorization') ?? headers.get('x-key') ?? headers.get('x-goog-api-key') ?? '',
    )
    return Response.json({})
  }
  const { code, text } = await doctor()
  expect(code).toBe(0)
  expect(asked.toSorted()).toEqual([
    'https://api.bfl.ai/v1/credits',
    'https://api.deepinfra.com/v1/me',
    'https://api.fal.ai/v1/models/pricing?endpoint_id=fal-ai/flux/dev',
    'https://api.fireworks.ai/inference/v1/models',
    'https://api.lumalabs.ai/dream-machine/v1/credits',
    'https://api.openai.com/v1/models',
    'https://api.replicate.com/v1/account',
    'https://api.stability.ai/v1/user/account',
    'https://api.together.xyz/v1/models',
    'https://api.x.ai/v1/api-key',
    'https://external.api.recraft.ai/v1/users/me',
    'https://generativelanguage.googleapis.com/v1beta/models?pageSize=1',
  ])
  expect(shown.get('api.openai.com')).toBe('Bearer k-openai')
  expect(shown.get('generativelanguage.googleapis.com')).toBe('k-google')
  expect(shown.get('api.bfl.ai')).toBe('k-bfl')
  expect(shown.get('api.fal.ai')).toBe('Key k-fal')
  expect(text).toMatch(/OPENAI_API_KEY, the key of MODERATION of OpenAI is accepted/u)
  expect(text).toMatch(
    /GOOGLE_VERTEX_API_KEY of Google Vertex AI is set, but not tried\n *There is no request that costs nothing.*Paint one picture with it/u,
  )
  expect(text).not.toContain('k-')
})

test('shows the key of a server of your own to that server alone', async () => {
  const { asked, doctor } = await here({
    OPENAI_API_KEY: 'k-openai',
    MODEL_COUNT: '1',
    MODEL_1_NAME: 'mine',
    MODEL_1_KEY: 'k-mine',
    MODEL_1_BASE_URL: 'https://gpu.example/v1',
  })
  await doctor()
  expect(asked.toSorted()).toEqual(['https://api.openai.com/v1/models', 'https://gpu.example/v1/models'])
})

test.each([
  [
    '401',
    () => new Response('', { status: 401 }),
    /is refused \(401\)[\s\S]*Make a new key at OpenAI and write it in the place of this one in \.env, then start/u,
  ],
  ['a 400 that speaks of the key', () => new Response('API key not valid', { status: 400 }), /is refused \(400\)/u],
  ['402', () => new Response('', { status: 402 }), /there is no money[\s\S]*Pay in at OpenAI/u],
  ['503', () => new Response('', { status: 503 }), /api\.openai\.com answered 503[\s\S]*says nothing of the key/u],
  ['no answer', () => Promise.reject(new Error('refused')), /api\.openai\.com does not answer/u],
])('tells a key that is answered with %s', async (_, answer, words) => {
  const { doctor, providers } = await here({ OPENAI_API_KEY: 'sk-hidden' })
  providers.answer = answer
  const { code, text } = await doctor()
  expect(code).toBe(1)
  expect(text).toMatch(words)
  expect(text).not.toContain('sk-hidden')
})

test('takes a key for good that was asked with too often', async () => {
  const { doctor, providers } = await here({ OPENAI_API_KEY: 'sk' })
  providers.answer = () => new Response('', { status: 429 })
  expect((await doctor()).text).toContain('is accepted')
})

test('finds models that are shut down within 45 days, and those that were unless they are to be tried', async () => {
  const { doctor, outside } = await here()
  const ending = catalogue.find(({ retires, successor }) => retires !== undefined && successor !== undefined)!
  const days = (count: number) => Date.parse(ending.retires!.on) + count * 86_400_000
  const { PORT } = outside.env
  const slot = { MODEL_COUNT: '1', MODEL_1_NAME: ending.id, MODEL_1_KEY: 'sk', MODEL_1_PROVIDER: ending.provider }
  outside.env = { PORT, ...slot }

  outside.now = () => days(-46)
  expect((await doctor()).wrong).toEqual([])
  outside.now = () => days(-45)
  const soon = await doctor()
  expect(soon.wrong).toEqual([`WRONG  ${ending.id} is shut down on ${ending.retires!.on}`])
  expect(soon.text).toContain(`set MODEL_1_NAME=${ending.successor}`)

  outside.now = () => days(1)
  expect((await doctor()).wrong.join()).toMatch(/was shut down|None of the configured models works/u)
  outside.env = { PORT, ...slot, ALLOW_RETIRED: ending.id }
  expect((await doctor()).wrong).toEqual([])
})
