import { useEffect } from 'react'
import { connection } from './connection.ts'
import { createStore, useStore } from './store.ts'

export type Resource<T> =
  | { state: 'loading' }
  /** Until another answer has come, also while `retry` asks. */
  | { state: 'failed'; message: string; retry: () => void }
  | { state: 'ready'; value: T }

/** Something the first screen needs from the server: asked for once, and again when a server that was away is back. */
export function createResource<T>(load: () => Promise<T>): () => Resource<T> {
  const store = createStore<Resource<T>>({ state: 'loading' })
  let asking = false

  async function ask(): Promise<void> {
    if (asking) return
    asking = true
    try {
      store.set({ state: 'ready', value: await load() })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      store.set({ state: 'failed', message, retry: () => void ask() })
    } finally {
      asking = false
    }
  }

  connection.subscribe(() => {
    if (connection.get() === 'up' && store.get().state === 'failed') void ask()
  })
  return () => {
    useEffect(() => {
      if (store.get().state === 'loading') void ask()
    }, [])
    return useStore(store)
  }
}
