import { ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { noon, randomId } from '../contract-suite/samples.ts'
import { StorageUnavailable, type TaskKey } from '../storage.ts'
import { sqsQueue } from './queue.ts'
import { readTaskMessage, writeTaskMessage } from './task-message.ts'
import { aroundRequests, countRequests, loseAnswers, refuseRequests } from './test-faults.ts'
import { clientsOf } from './test-server.ts'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()

async function open() {
  const { sqs, resources } = await stack()
  const url = resources['Tasks'] ?? ''
  return { sqs, url, queue: sqsQueue(sqs, url) }
}

const ann = { taker: 'ann' }
const tasksOf = (count: number, jobId = randomId()): TaskKey[] =>
  Array.from({ length: count }, (_, n) => ({ jobId, model: `model-${n}`, attempt: 1 }))

async function received(sqs: SQSClient, QueueUrl: string): Promise<TaskKey[]> {
  const all: TaskKey[] = []
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }))
    if (Messages.length === 0) return all
    all.push(...Messages.map(({ Body }) => readTaskMessage(Body ?? '')))
  }
}

const byModel = (a: TaskKey, b: TaskKey) => Number(a.model.slice(6)) - Number(b.model.slice(6))

const Entry = z.object({
  Id: z.string().optional(),
  MessageGroupId: z.string(),
  DelaySeconds: z.number().optional(),
})
const Sent = z.object({ Entries: z.array(Entry) })

describe('sending tasks', () => {
  test('offers each of them, ten in a request, and none asks for nothing', async () => {
    const { sqs, url, queue } = await open()
    const requests = countRequests(sqs)
    const tasks = tasksOf(25)
    await queue.send(tasks, ann)
    expect(requests()).toBe(3)
    await queue.send([], ann)
    await queue.wake()
    expect(requests()).toBe(3)
    expect((await received(sqs, url)).toSorted(byModel)).toEqual(tasks)
  })

  test('groups them by visitor, whom nobody reads out of it', async () => {
    const { sqs, queue } = await open()
    const groups: string[] = []
    aroundRequests(sqs, ({ send, input }) => {
      groups.push(...Sent.parse(input).Entries.map(({ MessageGroupId }) => MessageGroupId))
      return send()
    })
    for (const taker of ['ann', 'ann', 'bob']) await queue.send(tasksOf(1), { taker })
    expect(groups[0]).toBe(groups[1])
    expect(groups[0]).not.toBe(groups[2])
    expect(groups[0]).toMatch(/^[0-9a-f]{32}$/u)
  })

  test('sends those again that a batch did not take, and those alone', async () => {
    const { sqs, queue } = await open()
    const sent: (string | undefined)[][] = []
    aroundRequests(sqs, async ({ send, input, nth }) => {
      sent.push(Sent.parse(input).Entries.map(({ Id }) => Id))
      const answer = await send()
      const Failed = [{ Id: '1', SenderFault: false, Code: 'InternalError' }]
      return nth === 1 ? { ...answer, output: { ...answer.output, Failed } } : answer
    })
    await queue.send(tasksOf(3), ann)
    expect(sent).toEqual([['0', '1', '2'], ['1']])
  })

  test('gives up on those that a batch takes at no try', async () => {
    const { sqs, queue } = await open()
    const requests = aroundRequests(sqs, async ({ send }) => {
      const answer = await send()
      return { ...answer, output: { ...answer.output, Failed: [{ Id: '1', SenderFault: false, Code: 'x' }] } }
    })
    await expect(queue.send(tasksOf(3), ann)).rejects.toThrow(StorageUnavailable)
    expect(requests()).toBe(3)
  })

  test('waits for a queue that is throttled, and says so when it lasts', async () => {
    const { sqs, url, queue } = await open()
    const [task] = tasksOf(1)
    refuseRequests(sqs, { first: 2, name: 'ThrottlingException' })
    await queue.send([task!], ann)
    expect(await received(sqs, url)).toEqual([task])
    refuseRequests(sqs, { first: 99, name: 'RequestThrottled' })
    await expect(queue.send([task!], ann)).rejects.toThrow(StorageUnavailable)
  })

  test('may offer a task twice when an answer was lost, but never not at all', async () => {
    const { sqs, url, queue } = await open()
    const [task] = tasksOf(1)
    loseAnswers(sqs, 1)
    await queue.send([task!], ann)
    expect(await received(sqs, url)).toEqual([task, task])
  })

  test('to a queue that is not there says what to do', async () => {
    const { sqs, url } = await open()
    const gone = sqsQueue(sqs, `${url}-gone`)
    await expect(gone.send(tasksOf(1), ann)).rejects.toThrow(/is missing\. Deploy again/u)
    await expect(gone.depth()).rejects.toThrow(StorageUnavailable)
  })

  test('does not wait for a queue that hangs', async () => {
    const { sqs } = await clientsOf()
    const queue = sqsQueue(sqs, 'http://127.0.0.1/queue')
    const [task] = tasksOf(1)
    const acts = [queue.send([task!], ann), queue.sendAt(task!, { ...ann, at: noon, now: noon }), queue.depth()]
    for (const result of await Promise.allSettled(acts)) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'StorageUnavailable' } })
    }
  })
})

describe('a task that waits', () => {
  test.each([
    [-1000, 0],
    [0, 0],
    [1, 1],
    [1500, 2],
    [900_000, 900],
    [86_400_000, 900],
  ])('%i ms is offered after %i s', async (ms, seconds) => {
    const { sqs, queue } = await open()
    const delays: unknown[] = []
    aroundRequests(sqs, ({ send, input }) => {
      delays.push(Entry.parse(input).DelaySeconds)
      return send()
    })
    await queue.sendAt(tasksOf(1)[0]!, { ...ann, at: noon + ms, now: noon })
    expect(delays).toEqual([seconds])
  })

  test('does not count among those that could be taken', async () => {
    const { queue } = await open()
    expect(await queue.depth()).toBe(0)
    await queue.send(tasksOf(12), ann)
    await queue.sendAt(tasksOf(1)[0]!, { ...ann, at: noon + 60_000, now: noon })
    expect(await queue.depth()).toBe(12)
  })
})

describe('a message', () => {
  const task = { jobId: randomId(), model: 'red', attempt: 2 }

  test('is read as it was written, without what does not belong in it', () => {
    expect(readTaskMessage(writeTaskMessage(task))).toEqual(task)
    const record = { ...task, prompt: 'a secret wish' }
    expect(writeTaskMessage(record)).not.toContain('secret')
  })

  test.each([
    'x',
    '{}',
    'null',
    JSON.stringify({ ...task, jobId: '../x' }),
    JSON.stringify({ ...task, attempt: 0 }),
    JSON.stringify({ ...task, more: 1 }),
  ])('that is not ours is refused: %s', (body) => {
    expect(() => readTaskMessage(body)).toThrow(Error)
  })
})
