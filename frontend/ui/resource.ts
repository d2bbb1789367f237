import { useEffect } from 'react'
import { connection } from './connection.ts'
import { createStore, useStore } from './store.ts'

export type Resource<T> =
  | { state: 'loading' }
  /** Until another answer has come, also while `retry` asks. */
  | { state: 'failed'; message: string; retry: () => void }
  | { state: 'ready'; value: T }

const freshMs = 1000

/**
 * Something the first screen needs from the server: asked for when a part that shows it appears, and again when a server
 * that was away is back. What was known stands until the new answer is there.
 */
export function createResource<T>(load: () => Promise<T>): { use: () => Resource<T>; refresh: () => void } {
  const store = createStore<Resource<T>>({ state: 'loading' })
  let asking: Promise<void> | undefined
  let askedAt = -Infinity

  function ask(): Promise<void> {
    return (asking ??= hear().finally(() => (asking = undefined)))
  }

  async function hear(): Promise<void> {
    askedAt = Date.now()
    try {
      store.set({ state: 'ready', value: await load() })
    } catch (error) {
      if (store.get().state === 'ready') return
      const message = error instanceof Error ? error.message : String(error)
      store.set({ state: 'failed', message, retry: () => void ask() })
    }
  }

  connection.subscribe(() => {
    if (connection.get() === 'up' && store.get().state === 'failed') void ask()
  })
  return {
    use() {
      useEffect(() => {
        // Several parts appear together.
        if (Date.now() - askedAt > freshMs) void ask()
      }, [])
      return useStore(store)
    },
    // The answer under way may still tell of before.
    refresh: () => void Promise.resolve(asking).then(ask),
  }
}
