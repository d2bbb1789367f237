import * as z from 'zod/mini'
import type { Meter, Meters } from '../meters.ts'
import type { Item, Items } from './items.ts'

/** An item for each window of each key. A take is one write; a refusal reads what is counted besides. */
export function awsMeters(items: Items): Meters {
  const take = (meter: Meter, { limit, at }: { limit: number; at: number }) =>
    items.update(keyOf(meter), {
      ...lasting(meter),
      add: ['used :one'],
      condition: 'attribute_not_exists(used) OR (used < :limit AND endsAt > :at)',
      values: { ...lasting(meter).values, ':one': 1, ':limit': limit, ':at': at },
    })

  // DynamoDB deletes what has expired when it has time, which may be days later: until then an ended window is in the way.
  const beginAnew = (meter: Meter, ended: number) =>
    items.update(keyOf(meter), {
      set: [...lasting(meter).set, 'used = :one'],
      condition: 'endsAt = :ended',
      names: lasting(meter).names,
      values: { ...lasting(meter).values, ':one': 1, ':ended': ended },
    })

  return {
    async take(meter, { limit, at }) {
      let used = 0
      for (let round = 0; round < rounds; round += 1) {
        const taken = limit > 0 ? await take(meter, { limit, at }) : undefined
        if (taken) return { taken: true, used: countOf(taken).used }
        const found = countOf(await items.get(keyOf(meter)))
        const isOver = found.endsAt <= at
        used = isOver ? 0 : found.used
        if (used >= limit) return { taken: false, used }
        if (isOver && (await beginAnew(meter, found.endsAt))) return { taken: true, used: 1 }
      }
      return { taken: false, used }
    },
    async giveBack(meter) {
      await items.update(keyOf(meter), {
        add: ['used :less'],
        condition: 'used > :none AND endsAt = :endsAt',
        values: { ':less': -1, ':none': 0, ':endsAt': meter.endsAt },
      })
    },
  }
}

// Whoever loses the race for a new window finds it begun in the next round, and what was given back meanwhile.
const rounds = 3

const keyOf = ({ key, window }: Meter) => ({ pk: `METER#${key}`, sk: window })

/** An hour later than needed: clocks differ. */
const lasting = ({ endsAt }: Meter) => ({
  set: ['endsAt = :endsAt', '#ttl = :ttl'],
  names: { '#ttl': 'ttl' },
  values: { ':endsAt': endsAt, ':ttl': Math.ceil(endsAt / 1000) + 3600 },
})

const Count = z.object({ used: z.int(), endsAt: z.int() })
const countOf = (item: Item | undefined) => Count.parse(item ?? { used: 0, endsAt: 0 })
