import { StorageUnavailable } from '../storage.ts'

/** For what follows a change and is made good later, or not missed: that it cannot be done undoes nothing. */
export async function ifPossible(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof StorageUnavailable)) throw error
  })
}
