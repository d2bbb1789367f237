import { randomBytes } from 'node:crypto'
import * as z from 'zod/mini'
import { MicroUsd } from '../../../contract/primitives.ts'
import type { Part, SpendLine } from '../money.ts'
import { StorageUnavailable } from '../storage.ts'
import type { Item, Key } from './items.ts'

// What the item of a day holds, or of one of the shards that it is split into, as top-level attributes:
//   spent                        all that was promised and not given back
//   spent#<model>, settled#<model>, released#<model>, corrected#<model>, uncertain#<model>
//   parts                        how many are open
//   part#<nonce>#<model>         an open part
//   dueIn, dueAs                 the index that finds days with open parts
//
// An item may have 400 kB. An open part is its name (28 bytes and the model's, 80 at most) and a map of its time, its price, its
// job and whether it is confirmed (71 bytes at most): with a usual model some 115 bytes, at most 179. So 2,000 parts are at most
// 358 kB, and leave 50 kB for the sums, of which each model has 510 bytes at most, and a server has 20 models.
export const mostParts = 2000

export type Day = { day: string; shard: number }
export type Reservation = Day & { nonce: string }
export type OpenPart = Part & { at: number; microUsd: number; jobId?: string; confirmed: boolean }

/** `day`: such as `2026-11-25`. */
export const keyOfDay = ({ day, shard }: Day): Key => ({ pk: pkOfMonth(day), sk: `${day}#${shard}` })
export const pkOfMonth = (day: string): string => `DAY#${day.slice(0, 7)}`

/** A name that nobody guesses, and that tells where the parts are. */
export const newReservation = (day: Day): Reservation => ({ ...day, nonce: randomBytes(16).toString('base64url') })
export const nameOf = ({ day, shard, nonce }: Reservation): string => `${day}-${shard}-${nonce}`

export function readReservation(name: string): Reservation | undefined {
  const found = /^(?<day>\d{4}-\d{2}-\d{2})-(?<shard>\d{1,3})-(?<nonce>[\w-]{22})$/u.exec(name)
  const { day = '', shard, nonce = '' } = found?.groups ?? {}
  return found ? { day, shard: Number(shard), nonce } : undefined
}

export const partName = ({ nonce }: Reservation, model: string): string => `part#${nonce}#${model}`
export const sumName = (sum: SumName, model: string): string => `${sum}#${model}`

const sumNames = ['spent', 'settled', 'released', 'corrected', 'uncertain'] as const
type SumName = (typeof sumNames)[number]

/** The sums of a day by model. Those that cannot be true stop whatever asked for them, so that they are never taken for little. */
export function linesOf(item: Item): SpendLine[] {
  const { day } = placeOf(item)
  const models = Object.keys(item).flatMap((name) => (name.startsWith('spent#') ? [name.slice('spent#'.length)] : []))
  const lines = models.map((model) => ({ day, model, ...sumsOf(item, model) }))
  const spent = lines.reduce((sum, line) => sum + spentOf(line), 0)
  if (spent !== (item['spent'] ?? 0)) throw notAddingUp()
  return lines
}

/** Of one model, which has at least `open` in its open parts. */
export function sumsOf(item: Item, model: string, { open = 0 } = {}): Omit<SpendLine, 'day' | 'model'> {
  const sums = sumNames.map((name) => [name, item[sumName(name, model)] ?? 0] as const)
  const { success, data } = Sums.safeParse(Object.fromEntries(sums))
  if (!success || data.uncertain > data.settled || data.spent - data.settled < open) throw notAddingUp()
  return {
    reservedMicroUsd: data.spent + data.released - data.corrected,
    settledMicroUsd: data.settled,
    releasedMicroUsd: data.released,
    correctedMicroUsd: data.corrected,
    uncertainMicroUsd: data.uncertain,
  }
}

/** The names of a model's sums. */
export const sumsOfModel = (model: string): string[] => sumNames.map((name) => sumName(name, model))

const spentOf = ({ reservedMicroUsd, correctedMicroUsd, releasedMicroUsd }: SpendLine): number =>
  reservedMicroUsd + correctedMicroUsd - releasedMicroUsd

export function openPartsOf(item: Item): OpenPart[] {
  const place = placeOf(item)
  return Object.entries(item).flatMap(([name, value]) => {
    const [kind, nonce, model] = name.split('#')
    if (kind !== 'part' || nonce === undefined || model === undefined) return []
    return [{ ...Promised.parse(value), reservation: nameOf({ ...place, nonce }), model }]
  })
}

/** Which day, and which shard of it. */
export function placeOf(item: Item): Day {
  const [day = '', shard] = z.string().parse(item['sk']).split('#')
  return { day, shard: Number(shard) }
}

export const Promised = z.object({
  at: z.int(),
  microUsd: MicroUsd,
  jobId: z.exactOptional(z.string()),
  confirmed: z._default(z.boolean(), false),
})

const Sums = z.object({
  spent: MicroUsd,
  settled: MicroUsd,
  released: MicroUsd,
  corrected: MicroUsd,
  uncertain: MicroUsd,
})

const notAddingUp = () =>
  new StorageUnavailable('The ledger does not add up. Stop the server and restore the table from a backup.')
