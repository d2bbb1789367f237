import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import * as z from 'zod'
import type { LambdaFunction } from './lambda-function.ts'

const Failures = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) })

/**
 * Hands messages to a function one by one, as its event source mapping does, `atOnce` under way at most. One that fails
 * comes back at once, where SQS would wait for its visibility timeout.
 */
export function startTaskPump(
  sqs: SQSClient,
  { queueUrl, worker, atOnce }: { queueUrl: string; worker: LambdaFunction; atOnce: number },
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()

  const run = async (message: Message): Promise<void> => {
    const failed = await worker.invoke({ Records: [toRecord(message)] }).then(
      (reply) => reply.kind !== 'buffered' || hasFailed(reply.body, message),
      () => true,
    )
    const { ReceiptHandle } = message
    if (stopping.signal.aborted) return
    if (!failed) await sqs.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }))
    else await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle, VisibilityTimeout: 0 }))
  }

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      if (running.size >= atOnce) {
        await Promise.race(running)
        continue
      }
      const { Messages = [] } = await sqs
        .send(
          new ReceiveMessageCommand({
            QueueUrl: queueUrl,
            MaxNumberOfMessages: Math.min(10, atOnce - running.size),
            WaitTimeSeconds: 1,
            MessageSystemAttributeNames: ['All'],
          }),
          { abortSignal: stopping.signal },
        )
        .catch(() => ({ Messages: [] }))
      for (const message of Messages) {
        const ended: Promise<void> = run(message)
          .catch(() => undefined)
          .finally(() => running.delete(ended))
        running.add(ended)
      }
    }
  }
  const looping = loop()

  return {
    async stop() {
      stopping.abort()
      await looping
    },
  }
}

function hasFailed(body: Buffer, { MessageId }: Message): boolean {
  const { batchItemFailures } = Failures.parse(JSON.parse(body.toString()) ?? {})
  // An unknown or empty identifier fails the whole batch, as on AWS: here that is the one message.
  return batchItemFailures.length > 0 || MessageId === undefined
}

const toRecord = ({ MessageId, ReceiptHandle, Body, Attributes, MD5OfBody }: Message) => ({
  messageId: MessageId,
  receiptHandle: ReceiptHandle,
  body: Body,
  attributes: Attributes,
  messageAttributes: {},
  md5OfBody: MD5OfBody,
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:tasks',
  awsRegion: 'us-east-1',
})
