import { expect, test } from 'vitest'
import { model } from '../jobs/test-engine.ts'
import { enhancerThat, refusalOf, testApp } from '../api/test-app.ts'

const prompt = 'a quiet lake, then a severed head on a plate'

const priced = () =>
  testApp({ models: [model('red', undefined, { priceMicroUsd: 40_000 })], budgets: { dailyMicroUsd: 100_000 } })

test('names the rule, the words as they were written and what to do', async () => {
  const { post } = await testApp()
  const refusal = await refusalOf(
    post('/api/generate', { prompt: 'a quiet lake, then a s3v3red  he\u00ADad on a plate' }),
  )
  expect(refusal).toMatchObject({
    status: 400,
    code: 'prompt_blocked',
    rule: 'gore',
    matches: ['s3v3red  he\u00ADad'],
    fields: [{ path: 'prompt', message: 'Please change “s3v3red  he\u00ADad”' }],
  })
  expect(refusal.error).toContain('this server’s own rules')
  expect(refusal.error).toContain('Please change or leave out the words named')
  expect(refusal.error).toContain('nothing was charged')
})

test('a blocked prompt leaves no job, no reservation, and none of its words in the log', async () => {
  const { app, post, galleryIds, logged } = await priced()
  const headers = { 'Idempotency-Key': 'click-0123456789' }
  expect((await refusalOf(post('/api/generate', { prompt }, headers))).code).toBe('prompt_blocked')
  expect((await refusalOf(post('/api/enhance', { prompt }))).code).toBe('prompt_blocked')
  expect(await galleryIds()).toEqual([])
  const spent = JSON.stringify(await (await app.request('/api/spend')).json())
  expect(spent).not.toMatch(/(?:settled|promised|uncertain|reserved)MicroUsd":[1-9]/u)
  expect(logged.length).toBeGreaterThan(0)
  expect(logged.join('')).toContain('prompt_blocked')
  for (const word of ['severed', 'head', 'quiet', 'lake', 'plate']) expect(logged.join('')).not.toContain(word)
  // The key was not used up by it.
  expect((await post('/api/generate', { prompt: 'a quiet lake' }, headers)).status).toBe(202)
})

test.each([
  ['a child on a beach', 'blurry, clothes', 'minors', ['child', 'clothes']],
  ['Taylor Swift on a stage', 'Clothing', 'real-people', ['Taylor Swift', 'Clothing']],
  ['kids on a beach', 'c l o t h e s', 'minors', ['kids', 'c l o t h e s']],
])('reads “%s” without “%s” as what it comes to', async (wanted, negativePrompt, rule, matches) => {
  const { post, galleryIds } = await testApp()
  const refusal = await refusalOf(post('/api/generate', { prompt: wanted, parameters: { negativePrompt } }))
  expect(refusal).toMatchObject({
    code: 'prompt_blocked',
    rule,
    matches,
    fields: [{ path: 'parameters.negativePrompt' }],
  })
  expect(await galleryIds()).toEqual([])
})

test.each([
  ['a child on a beach', 'nudity, naked, nsfw, gore, blood, child abuse, severed limbs, swastika, porn'],
  ['a child on a beach', 'torn clothes, dirty clothing'],
  ['a cat on a sofa', 'clothes'],
])('lets “%s” keep out “%s”', async (wanted, negativePrompt) => {
  const { post } = await testApp()
  expect((await post('/api/generate', { prompt: wanted, parameters: { negativePrompt } })).status).toBe(202)
})

test('refuses a rewrite that asks for more than the prompt did', async () => {
  const { post } = await testApp({
    enhancer: enhancerThat(async (original) => ({
      original,
      short: original,
      long: `${original}, severed head in the grass`,
      source: 'a model',
    })),
  })
  const refusal = await refusalOf(post('/api/enhance', { prompt: 'a meadow' }))
  expect(refusal).toMatchObject({ code: 'prompt_blocked', rule: 'gore', matches: ['severed head'] })
  expect(refusal.error).toContain('What the prompt was rewritten to')
})

test('refuses to rewrite what is blocked before it costs anything', async () => {
  let asked = 0
  const { post } = await testApp({
    enhancer: enhancerThat(async (original) => {
      asked += 1
      return { original, short: original, long: original, source: 'a model' }
    }),
  })
  expect((await refusalOf(post('/api/enhance', { prompt }))).code).toBe('prompt_blocked')
  expect(asked).toBe(0)
})

test('a run that was accepted under earlier rules is not tried again', async () => {
  const failing = model('red', async () => {
    throw new Error('no')
  })
  const { post, engine, finishedJob, logged } = await testApp({ models: [failing] })
  const job = await finishedJob({ prompt: 'a quiet lake' })
  const stored = await engine.deps.jobs.find(job.jobId)
  const find = engine.deps.jobs.find.bind(engine.deps.jobs)
  engine.deps.jobs.find = async (id) => (id === job.jobId && stored ? { ...stored, prompt } : find(id))
  const refusal = await refusalOf(post(`/api/jobs/${job.jobId}/retry`, { model: 'red' }))
  expect(refusal).toMatchObject({ code: 'prompt_blocked', rule: 'gore' })
  expect(logged.join('')).not.toContain('severed')
})

test('the gravest rule is the one that is named', async () => {
  const { post } = await testApp()
  const refusal = await refusalOf(post('/api/generate', { prompt: 'swastika, severed head, naked child' }))
  expect(refusal).toMatchObject({ rule: 'minors', matches: ['naked', 'child'] })
})
