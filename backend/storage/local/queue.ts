import { EventEmitter, once } from 'node:events'
import type { TaskQueue } from '../storage.ts'

/** `sent` settles when something was sent since it last settled for that reason, or when its signal aborts. */
export type LocalQueue = TaskQueue & { sent(signal: AbortSignal): Promise<void> }

/** Tasks wait in the database; the queue only wakes the one engine that looks for them there. */
export function localQueue(): LocalQueue {
  const sending = new EventEmitter()
  let unseen = false
  const wake = async () => {
    unseen = true
    sending.emit('sent')
  }
  return {
    send: wake,
    wake,
    async sent(signal) {
      if (!unseen) await once(sending, 'sent', { signal }).catch(() => undefined)
      if (!signal.aborted) unseen = false
    },
  }
}
