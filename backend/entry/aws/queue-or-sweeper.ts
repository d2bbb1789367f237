import type { Logger } from 'pino'
import { StorageUnavailable, type TaskQueue } from '../../storage/storage.ts'

/**
 * A queue that nobody waits for in vain: what is to be sent is in the table already and will be painted, since the sweeper
 * finds it. Whoever was told that it failed would start it, and pay, once more.
 */
export const queueOrSweeper = (queue: TaskQueue, log: Pick<Logger, 'error'>): TaskQueue => ({
  ...queue,
  async send(tasks, to) {
    await queue.send(tasks, to).catch((err: unknown) => {
      if (!(err instanceof StorageUnavailable)) throw err
      log.error({ err, tasks: tasks.length }, 'tasks could not be queued: the sweeper will find them')
    })
  },
})
