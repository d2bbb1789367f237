import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { SpendReply } from '../../contract/operator.ts'
import { endedRun, finishedRun, startedRun, untilEnded } from '../api.ts'
import { expect, expectAccessible, pictures } from '../fixtures.ts'
import { test } from './deployed.ts'
import { type Fault, refused, slowDown, throttled } from './fault-proxy.ts'

const onePicture = { prompt: 'a lighthouse', models: ['steady'] }
const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem'])

test('while the table takes no writes a run is refused in words and costs nothing; afterwards it starts', async ({
  page,
  visit,
  deployment,
  provider,
  faults,
}) => {
  faults.expected(/503/)
  await visit()
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a lighthouse')
  await expect(page.getByRole('button', { name: /^Generate/ })).toBeEnabled()
  deployment.faults.dynamo.decide = ({ target }) => (writes.has(target) ? throttled : 'pass')
  await page.getByRole('button', { name: /^Generate/ }).click()
  const note = page.getByRole('alert').filter({ hasText: 'The storage takes no more requests at the moment.' })
  await expect(note).toContainText('Nothing was sent to a provider, so nothing was charged.')
  await expectAccessible(page)
  deployment.faults.dynamo.decide = () => 'pass'
  await page.getByRole('button', { name: /^Generate/ }).click()
  await expect(pictures(page, 'Steady')).toBeVisible()
  expect(provider.requests).toHaveLength(1)
})

const badDays: [name: string, fault: Fault][] = [
  ['refuses', refused],
  ['says slow down', slowDown],
  ['resets connections', 'reset'],
  ['takes three seconds for each', { afterMs: 3000 }],
  ['does not answer', 'hang'],
]
for (const [name, fault] of badDays) {
  test(`a picture that was painted while its bucket ${name} is kept as soon as it can be`, async ({
    deployment,
    provider,
  }) => {
    deployment.faults.s3.decide = ({ method }) => (method === 'PUT' ? fault : 'pass')
    const { jobId } = await startedRun(deployment.url, onePicture)
    await expect.poll(() => deployment.faults.s3.counts.get('PUT') ?? 0, { timeout: 30_000 }).toBeGreaterThan(0)
    deployment.faults.s3.decide = () => 'pass'
    expect((await untilEnded(deployment.url, jobId)).status).toBe('completed')
    expect(provider.requests).toHaveLength(1)
  })
}

test.describe('a bucket that is gone for longer than a task may take', () => {
  test.use({ settings: { TASK_TIMEOUT_SECONDS: '5', MONTHLY_BUDGET_USD: '1' } })

  test('ends the result in words and settles it, and health says so', async ({ page, visit, deployment }) => {
    deployment.faults.s3.decide = ({ method }) => (method === 'PUT' ? refused : 'pass')
    const { jobId } = await startedRun(deployment.url, onePicture)
    await untilEnded(deployment.url, jobId)
    await visit(`/gallery/${jobId}`)
    await expect(page.getByRole('article').filter({ hasText: 'Steady' })).toContainText('The picture could not be kept')
    const spent = async () => (await (await fetch(`${deployment.url}/api/spend`)).json()) as { today: object }
    await expect.poll(async () => (await spent()).today).toMatchObject({ openMicroUsd: 0 })
    deployment.faults.s3.decide = () => refused
    const health = await fetch(`${deployment.url}/api/health`)
    expect(health.status).toBe(503)
    expect(await health.json()).toMatchObject({
      ok: false,
      parts: { images: { ok: false, message: expect.any(String) } },
    })
  })
})

test.describe('a day whose money is split', () => {
  test.use({ settings: { DAILY_BUDGET_USD: '0.40', BUDGET_SHARDS: '4' } })

  test('is told as one, and each of its parts has room for its share: a run of eight cents, not two', async ({
    deployment,
  }) => {
    const { clients, resources, url } = deployment
    const start = async () => {
      const body = JSON.stringify({ ...onePicture, parameters: { imagesPerModel: 2 } })
      const headers = { 'content-type': 'application/json' }
      return (await fetch(`${url}/api/generate`, { method: 'POST', headers, body })).status
    }
    const answers = []
    for (let n = 0; n < 6; n += 1) answers.push(await start())
    expect(answers).toEqual([202, 202, 202, 202, 429, 429])
    const { Items = [] } = await clients.dynamo.send(new ScanCommand({ TableName: resources['Table'] }))
    expect(Items.filter(({ pk }) => pk?.S?.startsWith('DAY#'))).toHaveLength(4)
    const { today } = SpendReply.parse(await (await fetch(`${url}/api/spend`)).json())
    expect(today.openMicroUsd + today.settledMicroUsd).toBe(320_000)
  })
})

test('a deleted run is gone at once, and the sweeper empties its folder', async ({ deployment }) => {
  const { clients, resources, url, faults } = deployment
  const { id } = await finishedRun(url, 'a lighthouse', ['steady'])
  const objects = async () => {
    const { KeyCount } = await clients.s3.send(
      new ListObjectsV2Command({ Bucket: resources['Images'], Prefix: `images/${id}/` }),
    )
    return KeyCount
  }
  expect(await objects()).toBe(2)
  // The first tries of the sweeper fail.
  faults.s3.decide = ({ method }) => (method === 'POST' || method === 'DELETE' ? slowDown : 'pass')
  expect((await fetch(`${url}/api/gallery/${id}`, { method: 'DELETE' })).status).toBe(204)
  expect((await fetch(`${url}/api/gallery/${id}`)).status).toBe(404)
  await deployment.sweep()
  expect(await objects()).toBe(2)
  faults.s3.decide = () => 'pass'
  await expect.poll(objects, { timeout: 30_000 }).toBe(0)
})

test('a table that breaks off answers is told as 503, and what it keeps is there afterwards', async ({
  deployment,
}) => {
  const kept = await endedRun(deployment.url, onePicture)
  deployment.faults.dynamo.decide = () => 'reset'
  expect((await fetch(`${deployment.url}/api/gallery/${kept.jobId}`)).status).toBe(503)
  deployment.faults.dynamo.decide = () => 'pass'
  const again = await fetch(`${deployment.url}/api/gallery/${kept.jobId}`)
  expect(await again.json()).toMatchObject({ jobId: kept.jobId, status: 'completed' })
})
