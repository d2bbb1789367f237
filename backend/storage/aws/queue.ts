import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import {
  GetQueueAttributesCommand,
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import * as z from 'zod/mini'
import { StorageUnavailable, type TaskKey, type TaskQueue } from '../storage.ts'
import { writeTaskMessage } from './task-message.ts'
import { translated } from './translated.ts'

export type AwsQueue = TaskQueue & {
  /** One that waits, a quarter of an hour at most: who needs longer is found by the sweeper. */
  sendAt(task: TaskKey, when: { taker: string; at: number; now: number }): Promise<void>
  /** About how many wait to be taken, without those that are to come later. */
  depth(): Promise<number>
}

/** A message for each task. One that is sent twice is worked once: claiming it decides. */
export function sqsQueue(sqs: SQSClient, QueueUrl: string): AwsQueue {
  const sendBatch = async (entries: readonly SendMessageBatchRequestEntry[]) => {
    let left = [...entries]
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === triesInAll) {
        throw new StorageUnavailable('The queue takes no more tasks at the moment. Try again in a minute.')
      }
      await pause(tries * againAfterMs)
      const { Failed = [] } = await translated(() => sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: left })))
      const failed = new Set(Failed.map(({ Id }) => Id))
      left = left.filter(({ Id }) => failed.has(Id))
    }
  }

  return {
    async send(tasks, { taker }) {
      const MessageGroupId = groupOf(taker)
      const entries = tasks.map((task, n) => ({ Id: String(n), MessageBody: writeTaskMessage(task), MessageGroupId }))
      const batches = Array.from({ length: Math.ceil(entries.length / mostInBatch) }, (_, n) =>
        entries.slice(n * mostInBatch, (n + 1) * mostInBatch),
      )
      await Promise.all(batches.map(sendBatch))
    },
    // The sweeper comes by itself.
    async wake() {},
    async sendAt(task, { taker, at, now }) {
      const DelaySeconds = Math.min(mostDelaySeconds, Math.max(0, Math.ceil((at - now) / 1000)))
      const message = { MessageBody: writeTaskMessage(task), MessageGroupId: groupOf(taker), DelaySeconds }
      await translated(() => sqs.send(new SendMessageCommand({ QueueUrl, ...message })))
    },
    async depth() {
      const { Attributes } = await translated(() =>
        sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] })),
      )
      return Depth.parse(Attributes).ApproximateNumberOfMessages
    },
  }
}

const Depth = z.object({ ApproximateNumberOfMessages: z.coerce.number() })

const mostInBatch = 10
const mostDelaySeconds = 900
const triesInAll = 3
const againAfterMs = 100

/** A fair queue takes from all groups in turn. Who it is, is nobody's business there. */
const groupOf = (taker: string) => createHash('sha256').update(taker).digest('hex').slice(0, 32)
