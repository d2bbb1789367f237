import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs'
import { endedRun, startedRun, untilEnded } from '../api.ts'
import { expect } from '../fixtures.ts'
import { test } from './deployed.ts'
import { throttled } from './fault-proxy.ts'
import type { Deployment } from './deployment.ts'
import { queueDepth } from './queue-depth.ts'

const onePicture = { prompt: 'a lighthouse', models: ['steady'] }

test('a worker that is killed in mid-task leaves a card that says so, and Retry paints', async ({
  page,
  visit,
  deployment,
  provider,
}) => {
  provider.behave('Steady', { kind: 'hang' })
  const job = await startedRun(deployment.url, onePicture)
  await expect.poll(() => provider.requests.length).toBe(1)
  for (const { stop } of deployment.functions.worker.processes()) stop()
  provider.behave('Steady', { kind: 'succeed' })

  await visit(`/gallery/${job.jobId}`)
  const card = page.getByRole('article').filter({ hasText: 'Steady' })
  await expect(card).toContainText(/may have been charged/i, { timeout: 40_000 })
  expect(provider.requests).toHaveLength(1)
  await card.getByRole('button', { name: /retry/i }).click()
  await expect(card.getByRole('img', { name: /: / })).toBeVisible()
  expect(provider.requests).toHaveLength(2)
})

test('what a worker painted that was frozen beyond its lease is kept, and was asked for once', async ({
  deployment,
  provider,
}) => {
  provider.behave('Steady', { kind: 'succeed', afterMs: 1000 })
  const { jobId } = await startedRun(deployment.url, onePicture)
  await expect.poll(() => provider.requests.length).toBe(1)
  const workers = deployment.functions.worker.processes().map(({ child }) => child)
  for (const child of workers) child.kill('SIGSTOP')
  const interrupted = await untilEnded(deployment.url, jobId)
  expect(interrupted.results[0]).toMatchObject({ status: 'error', error: { code: 'interrupted' } })
  for (const child of workers) child.kill('SIGCONT')
  const kept = async () => (await (await fetch(`${deployment.url}/api/status/${jobId}`)).json()) as { status: string }
  await expect.poll(async () => (await kept()).status).toBe('completed')
  expect(provider.requests).toHaveLength(1)
})

test('a task whose worker died before it had sent anything is painted by another when its lease has ended', async ({
  deployment,
  provider,
}) => {
  const { jobId } = await startedRun(deployment.url, onePicture)
  const looks = () => deployment.faults.s3.counts.get('GET') ?? 0
  const before = looks()
  // The last thing that a worker does before it pays is to ask whether the bucket is there.
  deployment.faults.s3.decide = () => 'hang'
  await expect.poll(looks).toBeGreaterThan(before)
  for (const { stop } of deployment.functions.worker.processes()) stop()
  deployment.faults.s3.decide = () => 'pass'
  expect(provider.requests).toHaveLength(0)
  expect((await untilEnded(deployment.url, jobId)).status).toBe('completed')
  expect(provider.requests).toHaveLength(1)
})

test('a message that is delivered twice is painted, and paid, once', async ({ deployment, provider }) => {
  const job = await endedRun(deployment.url, onePicture)
  await send(deployment, JSON.stringify({ jobId: job.jobId, model: 'steady', attempt: 1 }))
  await untilEmpty(deployment, 'Tasks')
  const [first, second] = await Promise.all([
    startedRun(deployment.url, onePicture),
    startedRun(deployment.url, onePicture),
  ])
  for (const { jobId } of [first, second]) {
    await send(deployment, JSON.stringify({ jobId, model: 'steady', attempt: 1 }))
    expect((await untilEnded(deployment.url, jobId)).status).toBe('completed')
  }
  await untilEmpty(deployment, 'Tasks')
  expect(provider.requests).toHaveLength(3)
})

test('a message that cannot be read lands with the dead ones after three tries, and harms no other', async ({
  deployment,
}) => {
  await send(deployment, 'not a task')
  await expect.poll(() => queueDepth(deployment, 'DeadTasks')).toBe(1)
  expect((await endedRun(deployment.url, onePicture)).status).toBe('completed')
})

test('a task whose message died while the table was throttled is painted all the same, once', async ({
  deployment,
  provider,
}) => {
  const { jobId } = await startedRun(deployment.url, onePicture)
  // Before the worker has started.
  deployment.faults.dynamo.decide = ({ target }) => (target === 'UpdateItem' ? throttled : 'pass')
  // More than one: the sweeper has sent it again meanwhile.
  await expect.poll(() => queueDepth(deployment, 'DeadTasks'), { timeout: 50_000 }).toBeGreaterThan(0)
  deployment.faults.dynamo.decide = () => 'pass'
  expect((await untilEnded(deployment.url, jobId)).status).toBe('completed')
  await redrive(deployment)
  await untilEmpty(deployment, 'Tasks')
  expect(await queueDepth(deployment, 'DeadTasks')).toBe(0)
  expect(provider.requests).toHaveLength(1)
})

async function send({ clients, resources }: Deployment, MessageBody: string): Promise<void> {
  await clients.sqs.send(new SendMessageCommand({ QueueUrl: resources['Tasks'], MessageBody }))
}

const untilEmpty = (deployment: Deployment, queue: 'DeadTasks' | 'Tasks') =>
  expect.poll(() => queueDepth(deployment, queue), { timeout: 30_000 }).toBe(0)

/** As the console's "start DLQ redrive" does, which the emulator does not have. */
async function redrive(deployment: Deployment): Promise<void> {
  const { clients, resources } = deployment
  const QueueUrl = resources['DeadTasks']
  for (;;) {
    const { Messages = [] } = await clients.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
    if (Messages.length === 0) return
    for (const { Body = '', ReceiptHandle } of Messages) {
      await send(deployment, Body)
      await clients.sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    }
  }
}
