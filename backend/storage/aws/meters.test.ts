import { describe, expect, test } from 'vitest'
import { noon } from '../contract-suite/samples.ts'
import { metersContract } from '../meters-contract-suite.ts'
import { StorageUnavailable } from '../storage.ts'
import { awsMeters } from './meters.ts'
import { countRequests, loseAnswers, refuseRequests } from './test-faults.ts'
import { openItems } from './test-items.ts'

metersContract(async () => awsMeters((await openItems()).items))

const hour = 3_600_000
const meter = { key: 'runs', window: '2026-11-22T12', endsAt: noon + hour }
const later = { ...meter, endsAt: noon + 3 * hour }
const to = { limit: 2, at: noon }

async function open() {
  const { items, table } = await openItems()
  return { items, table, meters: awsMeters(items) }
}

describe('meters on AWS', () => {
  test('cost one request, a refusal two', async () => {
    const { meters, table } = await open()
    const requests = countRequests(table)
    const costs = []
    for (const act of [
      () => meters.take(meter, to),
      () => meters.take(meter, to),
      () => meters.take(meter, to),
      () => meters.giveBack(meter),
    ]) {
      const before = requests()
      await act()
      costs.push(requests() - before)
    }
    expect(costs).toEqual([1, 1, 2, 1])
  })

  test('go by themselves an hour after their window, and are told apart by time until they do', async () => {
    const { meters, items } = await open()
    await meters.take(meter, to)
    expect((await items.get({ pk: 'METER#runs', sk: meter.window }))?.['ttl']).toBe((noon + 2 * hour) / 1000)
    const at = { limit: 10, at: noon + 2 * hour }
    const answers = await Promise.all(Array.from({ length: 50 }, () => meters.take(later, at)))
    expect(answers.filter(({ taken }) => taken)).toHaveLength(10)
    expect(await meters.take(later, at)).toEqual({ taken: false, used: 10 })
    await meters.giveBack(meter)
    expect(await meters.take(later, at)).toEqual({ taken: false, used: 10 })
  })

  test('of an ended window, of a limit of 0 too, nothing is used', async () => {
    const { meters } = await open()
    await meters.take(meter, to)
    expect(await meters.take(later, { limit: 0, at: noon + 2 * hour })).toEqual({ taken: false, used: 0 })
  })

  test('what is given back while somebody is being refused is there for them', async () => {
    const { meters, items } = await open()
    await meters.take(meter, { limit: 1, at: noon })
    const crossed = awsMeters({
      ...items,
      async get(key) {
        await meters.giveBack(meter)
        return items.get(key)
      },
    })
    expect(await crossed.take(meter, { limit: 1, at: noon })).toEqual({ taken: true, used: 1 })
  })

  test('in a coming and going that does not end let nobody through', async () => {
    const { items } = await open()
    const busy = awsMeters({
      ...items,
      get: async () => ({ used: 1, endsAt: meter.endsAt }),
      update: async () => undefined,
    })
    expect(await busy.take(meter, to)).toEqual({ taken: false, used: 1 })
  })

  test('count once, though an answer was lost', async () => {
    const { meters, table } = await open()
    loseAnswers(table, 1)
    expect(await meters.take(meter, to)).toEqual({ taken: true, used: 1 })
    expect(await meters.take(meter, to)).toEqual({ taken: true, used: 2 })
  })

  test('wait for a table that is throttled, and say so when it lasts', async () => {
    const { meters, table } = await open()
    const requests = refuseRequests(table, { first: 2, name: 'ThrottlingException' })
    expect(await meters.take(meter, to)).toEqual({ taken: true, used: 1 })
    expect(requests()).toBe(3)
    refuseRequests(table, { first: 99, name: 'ProvisionedThroughputExceededException' })
    await expect(meters.take(meter, to)).rejects.toThrow(StorageUnavailable)
  })
})
