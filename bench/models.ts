import { dialects } from '../backend/providers/fakes/dialects.ts'
import { startFakeProvider } from '../backend/providers/fakes/kit.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { allCompleted, followJob, startJob, startProduct } from './client.ts'
import { residentMb } from './memory.ts'
import { photographs } from './pictures.ts'
import { median } from './quantile.ts'

/** By how many models: settings of the server. Nothing is called at start, so the keys need not be real. */
const configurations: Record<string, Record<string, string>> = {
  'no key': {},
  'one model': numbered(['gpt-image-2']),
  'the five commonest providers': Object.fromEntries(
    ['OPENAI', 'GEMINI', 'STABILITY', 'BFL', 'RECRAFT'].map((name) => [`${name}_API_KEY`, 'not-a-key']),
  ),
  'nine models': numbered([
    'gpt-image-2.6-flare',
    'gemini-nano-banana-2.1',
    'gemini-3-pro-image',
    'sd3.5-large',
    'flux-2-pro',
    'flux-dev',
    'recraftv4_1',
    'stability.stable-image-ultra-v1:1',
    'stability.sd3-5-large-v1:0',
  ]),
  'twenty models': numbered([
    'gpt-image-2.6-flare',
    'gpt-image-2.6-sunburst',
    'gpt-image-2',
    'gemini-nano-banana-2.1',
    'gemini-3-pro-image',
    'sd3.5-large',
    'stable-image-ultra',
    'flux-2-pro',
    'flux-dev',
    'recraftv4_1',
    'grok-imagine-image',
    'photon-1',
    'fal-ai/qwen-image',
    'black-forest-labs/flux-schnell',
    'black-forest-labs/FLUX.1.1-pro',
    'Qwen/Qwen-Image',
    'accounts/fireworks/models/flux-1-dev-fp8',
    'black-forest-labs/FLUX-1-dev',
    'stability.stable-image-ultra-v1:1',
    'stability.sd3-5-large-v1:0',
  ]),
}

/** Answers in one request, as most do; what is polled loads its picture in one piece too. */
const nine = ['openai', 'google', 'stability', 'bfl', 'recraft', 'xai', 'fal', 'replicate', 'together'] as const

export const models: Benchmark = {
  name: 'models',
  how:
    'the server started with 0 to 20 models configured, to the page offered, and what it holds in memory then, one ' +
    'configuration after another, round by round; then nine providers, each with a fake of its API, that all answer at once with a PNG of 6 MB',
  minutes: 5,
  async run({ quick }) {
    return [...(await starts(quick ? 1 : 7)), ...(await nineAtOnce(quick ? 1 : 7))]
  },
}

async function starts(rounds: number): Promise<Figure[]> {
  const found = new Map(Object.keys(configurations).map((name) => [name, { ms: [0], mb: [0], most: [0] }]))
  for (const measured of found.values()) measured.ms.length = measured.mb.length = measured.most.length = 0
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, env] of Object.entries(configurations)) {
      const startedAt = performance.now()
      const server = await startProduct(env)
      found.get(name)?.ms.push(performance.now() - startedAt)
      const { now, peak } = residentMb(server.pid())
      found.get(name)?.mb.push(now)
      found.get(name)?.most.push(peak)
      await server.dispose()
    }
  }
  const none = medians(found.get('no key'))
  return [...found].flatMap(([name, measured]): Figure[] => {
    const { ms, mb, most } = medians(measured)
    if (name === 'no key')
      return [
        { what: 'start without a key', value: ms, unit: 'ms' },
        { what: 'memory without a key', value: mb, unit: 'MB' },
        { what: 'memory at most while it starts', value: most, unit: 'MB' },
      ]
    const barred = name === 'the five commonest providers'
    return [
      {
        what: `start with ${name}, more than without a key`,
        value: ms - none.ms,
        unit: 'ms',
        ...(barred && { bar: { atMost: 150 } }),
      },
      {
        what: `memory with ${name}, more than without a key`,
        value: mb - none.mb,
        unit: 'MB',
        ...(barred && { bar: { atMost: 40 } }),
      },
    ]
  })
}

const medians = (measured: { ms: number[]; mb: number[]; most: number[] } = { ms: [], mb: [], most: [] }) => ({
  ms: Math.round(median(measured.ms)),
  mb: median(measured.mb),
  most: median(measured.most),
})

async function nineAtOnce(rounds: number): Promise<Figure[]> {
  const [picture = Buffer.alloc(0)] = await photographs(1, 1600)
  const fakes = await Promise.all(nine.map((provider) => startFakeProvider(dialects[provider], picture)))
  for (const fake of fakes) fake.behave({ kind: 'none', afterMs: 1000 })
  const ids = ['gpt-image-2', 'gemini-3-pro-image', 'sd3.5-large', 'flux-2-pro', 'recraftv4_1', 'grok-imagine-image']
  const hubs = ['fal-ai/qwen-image', 'black-forest-labs/flux-schnell', 'Qwen/Qwen-Image']
  const env = {
    ...numbered([...ids, ...hubs]),
    ...Object.fromEntries(nine.map((provider, index) => [`MODEL_${index + 1}_PROVIDER`, provider])),
    ...Object.fromEntries(fakes.map(({ url }, index) => [`MODEL_${index + 1}_BASE_URL`, url])),
  }
  const peaks: number[] = []
  const risen: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const server = await startProduct(env)
    const before = residentMb(server.pid()).now
    const job = await followJob(server, await startJob(server, { prompt: 'nine at once' }))
    if (!allCompleted(job)) throw new Error(`Not every model painted: ${JSON.stringify(job.results)}`)
    const { peak } = residentMb(server.pid())
    peaks.push(peak)
    risen.push(peak - before)
    await server.dispose()
  }
  await Promise.all(fakes.map((fake) => fake.close()))
  const worst = Math.max(...peaks)
  const note = `median of ${rounds}, worst ${worst}, pictures of ${(picture.length / 1e6).toFixed(1)} MB, ${median(risen)} MB more than before`
  return [
    {
      what: 'memory at most, nine pictures of 6 MB at once',
      value: median(peaks),
      unit: 'MB',
      bar: { below: 300 },
      note,
    },
  ]
}

function numbered(ids: readonly string[]): Record<string, string> {
  return {
    MODEL_COUNT: String(ids.length),
    ...Object.fromEntries(
      ids.flatMap((id, index) => [
        [`MODEL_${index + 1}_NAME`, id],
        [`MODEL_${index + 1}_KEY`, 'not-a-key'],
      ]),
    ),
  }
}
