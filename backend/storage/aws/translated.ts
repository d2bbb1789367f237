import { translateFailure } from './translate-failure.ts'

/** What a service of AWS answers. Throws StorageUnavailable when it cannot do it. */
export async function translated<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send()
  } catch (error) {
    throw translateFailure(error)
  }
}
