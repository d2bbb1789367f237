import { type Health, type Storage, StorageUnavailable } from '../storage.ts'
import type { Items } from './items.ts'
import { translateFailure } from './translate-failure.ts'

/** Writes a little to the table, and asks whether the bucket is there. */
export function awsHealth(
  items: Pick<Items, 'update'>,
  images: { probe(): Promise<void> },
  { withinMs = 4000 }: { withinMs?: number } = {},
): Storage['health'] {
  return async () => {
    const [database, pictures] = await Promise.all([
      tried(() => items.update({ pk: 'HEALTH', sk: 'HEALTH' }, {}), withinMs),
      tried(() => images.probe(), withinMs),
    ])
    return { database, images: pictures }
  }
}

async function tried(probe: () => Promise<unknown>, withinMs: number): Promise<Health['database']> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => late.reject(translateFailure(Object.assign(new Error('No answer in time'), { name: 'TimeoutError' }))),
    withinMs,
  )
  try {
    await Promise.race([probe(), late.promise])
    return { ok: true }
  } catch (error) {
    if (error instanceof StorageUnavailable) return { ok: false, message: error.message }
    throw error
  } finally {
    clearTimeout(timer)
  }
}
