import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { StorageUnavailable } from '../storage.ts'

/** A run of twenty models changes eighty times in all: who loses as often as this meets something else. */
const rounds = 50
const mostPauseMs = 20

/**
 * Tries until an attempt comes to something: each reads anew, since others change what was read before it is written. Throws
 * StorageUnavailable when none does.
 */
export async function untilMade<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0) await pause(randomInt(mostPauseMs))
    const made = await attempt()
    if (made !== undefined) return made
  }
  throw new StorageUnavailable('Too many change this at the same moment. Try again in a minute.')
}
