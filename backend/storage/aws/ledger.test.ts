import { describe, expect, test } from 'vitest'
import { noBudgets, partsOf, reserved, spent, sums, sumsOf } from '../contract-suite/ledger/ledger-samples.ts'
import { noon, randomId } from '../contract-suite/samples.ts'
import { ledgerContract } from '../ledger-contract-suite.ts'
import type { Budgets } from '../money.ts'
import { StorageUnavailable } from '../storage.ts'
import { keyOfDay, mostParts } from './day-item.ts'
import { awsLedger } from './ledger.ts'
import { countRequests, loseAnswers, refuseRequests } from './test-faults.ts'
import { openItems } from './test-items.ts'

ledgerContract(async () => awsLedger((await openItems()).items))

const dayMs = 86_400_000
const today = keyOfDay({ day: '2026-11-22', shard: 0 })
const certain = { costCertain: true, at: noon }
const ofMonth = (monthlyMicroUsd: number): Budgets => ({ monthlyMicroUsd, modelDailyMicroUsd: new Map() })
const ofDay = (dailyMicroUsd: number): Budgets => ({ dailyMicroUsd, modelDailyMicroUsd: new Map() })
const twenty = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`model-${n}`, 40_000]))

async function open({ shards = 1 } = {}) {
  const { items, table, resources } = await openItems()
  return { items, table, resources, ledger: awsLedger(items, { shards }) }
}

describe('requests', () => {
  test('are as many for one part as for twenty', async () => {
    const { ledger, table } = await open()
    const requests = countRequests(table)
    const costs: Record<string, number> = {}
    const cost = async <T>(verb: string, act: () => Promise<T>): Promise<T> => {
      const before = requests()
      const answer = await act()
      costs[verb] = requests() - before
      return answer
    }
    for (const prices of [{ red: 40_000 }, twenty]) {
      const parts = await cost('reserve', () => reserved(ledger, prices, { at: noon }))
      await cost('reserve within a month', () => reserved(ledger, prices, { at: noon, budgets: ofMonth(1e9) }))
      await cost('refuse', () => ledger.reserve({ at: noon, parts: partsOf(prices), budgets: ofDay(1) }))
      const [part] = Object.values(parts)
      await cost('confirm', () => ledger.confirm(part!))
      await cost('settle', () => ledger.settle(part!, { costMicroUsd: 40_000, ...certain }))
      await cost('open', () => ledger.open({ before: noon + 1, limit: 9 }))
      await cost('spend', () => ledger.spend(noon))
      expect(costs).toEqual({
        reserve: 1,
        'reserve within a month': 2,
        refuse: 1,
        confirm: 1,
        settle: 2,
        open: 2,
        spend: 1,
      })
    }
  })

  test('of a throttled table are made again, and told when that is in vain', async () => {
    const { ledger, table } = await open()
    const requests = refuseRequests(table, { first: 2, name: 'ThrottlingException' })
    await reserved(ledger, { red: 1 }, { at: noon })
    expect(requests()).toBe(3)
    refuseRequests(table, { first: 99, name: 'ThrottlingException' })
    await expect(ledger.spend(noon)).rejects.toThrow(StorageUnavailable)
  })
})

describe('many at once', () => {
  test('are promised what the month leaves after the days before, exactly', async () => {
    const { ledger } = await open()
    await reserved(ledger, { red: 700 }, { at: noon - dayMs })
    const request = { at: noon, parts: partsOf({ red: 20, blue: 10 }), budgets: ofMonth(1000) }
    const answers = await Promise.all(Array.from({ length: 50 }, () => ledger.reserve(request)))
    expect(answers.filter((answer) => 'reservation' in answer)).toHaveLength(10)
    expect(answers.find((answer) => 'over' in answer)).toEqual({ over: 'month', leftMicroUsd: 0 })
    expect(await spent(ledger, noon)).toBe(1000)
  })

  test('settle twenty parts of one reservation at the same moment, each by its cost', async () => {
    const { ledger } = await open()
    const parts = Object.values(await reserved(ledger, twenty, { at: noon }))
    await Promise.all(parts.map((part, n) => ledger.settle(part, { costMicroUsd: n, ...certain })))
    expect(await spent(ledger, noon)).toBe(190)
    expect(await ledger.open({ before: noon + 1, limit: 99 })).toEqual([])
  })
})

describe('an answer that is lost', () => {
  test.each([
    ['nobody else', async () => {}],
    ['somebody else too', (other: () => Promise<unknown>) => other()],
  ])('is of a change that is made once, when %s changes the day meanwhile', async (_, meanwhile) => {
    const { ledger, table, items } = await open()
    const other = () => items.update(today, { set: ['elsewhere = :x'], values: { ':x': 1 } })
    let reentered = false
    const between = async () => {
      if (reentered) return
      reentered = true
      await meanwhile(other)
    }
    const parts = await (async () => {
      loseAnswers(table, 1, { meanwhile: between })
      return reserved(ledger, { red: 100 }, { at: noon })
    })()
    expect(await sumsOf(ledger, noon)).toEqual(sums({ reservedMicroUsd: 100 }))
    expect(await ledger.open({ before: noon + 1, limit: 9 })).toHaveLength(1)
    expect(await ledger.confirm(parts['red']!)).toBe(true)
  })

  test('of a settlement settles once', async () => {
    const { ledger, table } = await open()
    const { red } = await reserved(ledger, { red: 100 }, { at: noon })
    const requests = loseAnswers(table, 2)
    expect(await ledger.settle(red!, { costMicroUsd: 30, ...certain })).toBe(true)
    expect(requests()).toBeGreaterThan(3)
    expect(await sumsOf(ledger, noon)).toEqual(
      sums({ reservedMicroUsd: 100, settledMicroUsd: 30, releasedMicroUsd: 70 }),
    )
  })
})

describe('the item of a day', () => {
  test('holds as many parts as are let in, with the longest names; then no more are', async () => {
    const { ledger } = await open()
    const models = Array.from({ length: 20 }, (_, n) => `${n}-`.padEnd(80, 'x'))
    const prices = Object.fromEntries(models.map((model) => [model, 1e10 + 1]))
    for (let n = 0; n < mostParts / 20; n += 1) {
      await reserved(ledger, prices, { at: noon + 1, jobId: randomId() })
    }
    const full = ledger.reserve({ at: noon, parts: partsOf({ red: 1 }), budgets: noBudgets })
    await expect(full).rejects.toThrow(StorageUnavailable)
    await expect(full).rejects.toThrow('no more can be started')
    const [oldest] = await ledger.open({ before: noon + 2, limit: 1 })
    expect(await ledger.confirm(oldest!)).toBe(true)
    await ledger.settle(oldest!, { costMicroUsd: 1e10 + 3, costCertain: false, at: noon })
    await reserved(ledger, { red: 1 }, { at: noon })
  })

  test('is looked for as long as it has open parts, and no longer when its day is over', async () => {
    const { ledger, items } = await open()
    const old = await reserved(ledger, { red: 1 }, { at: noon })
    const due = async () => (await items.get(today))?.['dueIn']
    const look = (at: number) => ledger.open({ before: at, limit: 9 })
    expect(await look(noon + dayMs)).toHaveLength(1)
    expect(await due()).toBe('ledger')
    await ledger.settle(old['red']!, { costMicroUsd: 1, ...certain })
    expect(await look(noon + 1)).toEqual([])
    expect(await due()).toBe('ledger')
    expect(await look(noon + dayMs)).toEqual([])
    expect(await due()).toBeUndefined()
    await reserved(ledger, { red: 1 }, { at: noon })
    expect(await look(noon + dayMs)).toHaveLength(1)
  })

  describe('with sums that cannot be true', () => {
    async function damaged(sum: string, value: unknown) {
      const made = await open()
      const { red } = await reserved(made.ledger, { red: 100 }, { at: noon })
      await made.items.update(today, { set: ['#sum = :bad'], names: { '#sum': sum }, values: { ':bad': value } })
      return { ledger: made.ledger, red: red! }
    }

    test.each([
      ['spent#red', -1],
      ['spent#red', 'x'],
      ['spent#red', 0],
      ['settled#red', 101],
      ['uncertain#red', 1],
    ])('stops what would settle: %s is %j', async (sum, value) => {
      const { ledger, red } = await damaged(sum, value)
      await expect(ledger.settle(red, { costMicroUsd: 1, ...certain })).rejects.toThrow(StorageUnavailable)
      await expect(ledger.spend(noon)).rejects.toThrow('does not add up. Stop the server and restore')
      expect(await ledger.open({ before: noon + 1, limit: 9 })).toHaveLength(1)
    })

    test.each(['spent', 'spent#red'])('stops what would spend: %s is negative', async (sum) => {
      const { ledger } = await damaged(sum, -1)
      const asking = ledger.reserve({ at: noon, parts: partsOf({ red: 1 }), budgets: ofDay(1000) })
      await expect(asking).rejects.toThrow(StorageUnavailable)
      await expect(ledger.spend(noon)).rejects.toThrow(StorageUnavailable)
    })
  })

  test('is not read in another month', async () => {
    const { ledger, items } = await open()
    await items.update(today, { set: ['spent = :bad'], values: { ':bad': -1 } })
    const nextMonth = noon + 20 * dayMs
    await reserved(ledger, { red: 100 }, { at: nextMonth, budgets: ofMonth(100) })
    expect(await spent(ledger, nextMonth)).toBe(100)
  })
})

test('a month, and days with open parts, are read to their last page', async () => {
  const { items, ledger } = await open()
  for (const day of [0, 1, 2, 3]) await reserved(ledger, { red: 100 }, { at: noon + day * dayMs })
  const paged = awsLedger({ ...items, query: (query) => items.query({ ...query, limit: 1 }) })
  expect(await spent(paged, noon)).toBe(400)
  expect(await paged.open({ before: noon + 9 * dayMs, limit: 9 })).toHaveLength(4)
  const asking = paged.reserve({ at: noon, parts: partsOf({ red: 101 }), budgets: ofMonth(500) })
  expect(await asking).toEqual({ over: 'month', leftMicroUsd: 100 })
})

test('one model twice in a reservation is a mistake, and leaves nothing behind', async () => {
  const { ledger } = await open()
  const parts = [...partsOf({ red: 1 }), ...partsOf({ red: 2 })]
  await expect(ledger.reserve({ at: noon, parts, budgets: noBudgets })).rejects.toThrow('twice')
  expect(await ledger.spend(noon)).toEqual([])
})

test('what is given back while a refusal is looked into is promised to whoever was refused', async () => {
  const { items, ledger } = await open()
  const { red } = await reserved(ledger, { red: 100 }, { at: noon })
  let isFree = false
  const crossed = awsLedger({
    ...items,
    async query(query) {
      if (!isFree) await ledger.settle(red!, { costMicroUsd: 0, ...certain })
      isFree = true
      return items.query(query)
    },
  })
  await reserved(crossed, { red: 100 }, { at: noon, budgets: ofDay(100) })
  expect(await spent(ledger, noon)).toBe(100)
})

test('who is refused again and again although there is money is told to come again', async () => {
  const { items } = await open()
  const busy = awsLedger({ ...items, update: async () => undefined })
  const asking = busy.reserve({ at: noon, parts: partsOf({ red: 1 }), budgets: ofDay(100) })
  await expect(asking).rejects.toThrow('Try again in a minute')
})

describe('a day in shards', () => {
  test('spends as much as one that is whole, and tells it as one', async () => {
    const { ledger } = await open({ shards: 4 })
    const budgets: Budgets = { dailyMicroUsd: 403, monthlyMicroUsd: 403, modelDailyMicroUsd: new Map([['red', 403]]) }
    const request = { at: noon, parts: partsOf({ red: 10 }), budgets }
    const answers = await Promise.all(Array.from({ length: 60 }, () => ledger.reserve(request)))
    const promised = answers.flatMap((answer) => ('over' in answer ? [] : [answer.reservation]))
    expect(promised).toHaveLength(40)
    expect(new Set(promised.map((name) => name.slice(0, 12))).size).toBe(4)
    expect(await sumsOf(ledger, noon)).toEqual(sums({ reservedMicroUsd: 400 }))
    expect(await ledger.open({ before: noon + 1, limit: 99 })).toHaveLength(40)
    await Promise.all(
      promised.map((reservation) => ledger.settle({ reservation, model: 'red' }, { costMicroUsd: 4, ...certain })),
    )
    expect(await sumsOf(ledger, noon)).toEqual(
      sums({ reservedMicroUsd: 400, settledMicroUsd: 160, releasedMicroUsd: 240 }),
    )
  })

  test('says which budget is too small when there is money left, but in no shard enough', async () => {
    const { ledger } = await open({ shards: 4 })
    const answer = await ledger.reserve({ at: noon, parts: partsOf({ red: 40 }), budgets: ofDay(100) })
    expect(answer).toEqual({ over: 'day', leftMicroUsd: 25 })
  })
})
