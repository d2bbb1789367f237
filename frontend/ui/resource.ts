import { useEffect } from 'react'
import { connection } from './connection.ts'
import { createStore, useStore } from './store.ts'

export type Resource<T> = { state: 'loading' } | { state: 'failed'; message: string } | { state: 'ready'; value: T }

/** Something the first screen needs from the server: asked for once, and again when a server that was away is back. */
export function createResource<T>(load: () => Promise<T>): () => Resource<T> {
  const store = createStore<Resource<T>>({ state: 'loading' })
  let asked = false

  async function ask(): Promise<void> {
    asked = true
    try {
      store.set({ state: 'ready', value: await load() })
    } catch (error) {
      store.set({ state: 'failed', message: error instanceof Error ? error.message : String(error) })
    }
  }

  connection.subscribe(() => {
    if (connection.get() === 'up' && store.get().state === 'failed') void ask()
  })
  return () => {
    useEffect(() => {
      if (!asked) void ask()
    }, [])
    return useStore(store)
  }
}
