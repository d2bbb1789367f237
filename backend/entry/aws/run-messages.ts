import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { EngineDeps } from '../../jobs/engine-deps.ts'
import { runTask } from '../../jobs/run-task.ts'
import { readTaskMessage } from '../../storage/aws/task-message.ts'

/** For the pictures of a task to be kept and the ledger to be told, after its last call. */
const wrapUpMs = 40_000

/**
 * Runs the tasks of the messages. A message fails, so that SQS offers it again and in the end puts it with the dead ones,
 * when it cannot be read, when nothing can be stored, or when so little of the function's time is left that what would be
 * begun, and paid for, could not be finished.
 */
export async function runMessages(
  deps: EngineDeps,
  { Records }: SQSEvent,
  { remainingMs }: { remainingMs: () => number },
): Promise<SQSBatchResponse> {
  const failed = await Promise.all(
    Records.map(async ({ messageId, body }) => {
      const workMs = remainingMs() - wrapUpMs
      if (workMs < deps.taskTimeoutMs) return messageId
      try {
        const task = readTaskMessage(body)
        // Its own deadline ends its calls before. Until then all of them may be sent, and what was painted may be stored.
        await runTask(deps, { task, taker: task.jobId }, AbortSignal.timeout(workMs))
        return undefined
      } catch (err) {
        deps.log.error({ err, messageId }, 'a message could not be worked')
        return messageId
      }
    }),
  )
  return {
    batchItemFailures: failed.flatMap((itemIdentifier) => (itemIdentifier === undefined ? [] : [{ itemIdentifier }])),
  }
}
