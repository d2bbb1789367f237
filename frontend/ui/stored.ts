import type * as z from 'zod/mini'
import { createStore, type Store } from './store.ts'

/** A store that outlives the page. Blocked or foreign storage content counts as nothing stored. */
export function storedIn<T>(storage: () => Storage, key: string, schema: z.ZodMiniType<T>, initial: T): Store<T> {
  const store = createStore(read(storage, key, schema) ?? initial)
  return {
    ...store,
    set(next) {
      store.set(next)
      // A full or forbidden storage must not stop the page: the value then lives as long as the tab.
      try {
        storage().setItem(key, JSON.stringify(next))
      } catch {
        return
      }
    },
  }
}

function read<T>(storage: () => Storage, key: string, schema: z.ZodMiniType<T>): T | undefined {
  try {
    const text = storage().getItem(key)
    return text === null ? undefined : schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
