import type { EventEmitter } from 'node:events'
import type { Changes } from '../storage.ts'

/** Waits on an emitter that emits a job's id whenever the job may have changed. It listens from the call on. */
export const localChanges = (moved: EventEmitter): Changes => ({
  next: (jobIds, signal) =>
    new Promise((resolve) => {
      const ids = new Set(jobIds)
      const settle = () => {
        for (const id of ids) moved.off(id, settle)
        signal.removeEventListener('abort', settle)
        resolve()
      }
      if (signal.aborted) return resolve()
      for (const id of ids) moved.on(id, settle)
      signal.addEventListener('abort', settle)
    }),
})
