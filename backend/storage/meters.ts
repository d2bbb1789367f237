// The port of rate limits, beside those of storage.ts: the same rules hold.

/** A count of one thing in one window of time. From `endsAt` on it is of no use and may be forgotten. */
export type Meter = { key: string; window: string; endsAt: number }

export type Meters = {
  /** Counts one more unless `limit` are counted, and says how many are now: exact, however many ask at once. */
  take(meter: Meter, to: { limit: number; at: number }): Promise<{ taken: boolean; used: number }>
  /** Counts one less, of those that were taken. */
  giveBack(meter: Meter): Promise<void>
}
