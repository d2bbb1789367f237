import { describe, expect, test } from 'vitest'
import { StorageUnavailable } from '../storage.ts'
import { tableItems } from './items.ts'
import { loseAnswers } from './test-faults.ts'
import { clientsOf } from './test-server.ts'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()
const key = { pk: 'JOB#1', sk: 'JOB' }

describe('items', () => {
  test('a change is made on its condition alone, and tells the item', async () => {
    const items = await open()
    const change = {
      set: ['#n = :one'],
      condition: 'attribute_not_exists(#n)',
      names: { '#n': 'n' },
      values: { ':one': 1 },
    }
    expect(await items.update(key, change)).toMatchObject({ n: 1 })
    expect(await items.update(key, change)).toBeUndefined()
    expect(await items.get(key)).toMatchObject({ ...key, n: 1 })
  })

  test('a change whose answer was lost is not taken for that of somebody else', async () => {
    const { table, resources } = await stack()
    const items = tableItems(table, resources['Table'] ?? '')
    const calls = loseAnswers(table, 1)
    expect(await items.update(key, { condition: 'attribute_not_exists(pk)' })).toMatchObject(key)
    expect(calls()).toBe(3)
    expect(await items.update(key, { condition: 'attribute_not_exists(pk)' })).toBeUndefined()
  })

  test('what is added is added once, though its answer was lost', async () => {
    const { table, resources } = await stack()
    const items = tableItems(table, resources['Table'] ?? '')
    const calls = loseAnswers(table, 1)
    const added = await items.update(key, { add: ['n :one'], values: { ':one': 1 }, tell: 'changed' })
    expect(added).toMatchObject({ n: 1 })
    expect(calls()).toBe(3)
    expect(await items.get(key, { attributes: '#n', names: { '#n': 'n' } })).toEqual({ n: 1 })
  })

  test('of a large item a change tells what it changed, if that is asked for', async () => {
    const items = await open()
    await items.update(key, { set: ['much = :much'], values: { ':much': 'x'.repeat(1000) } })
    const told = await items.update(key, { add: ['n :one'], values: { ':one': 1 }, tell: 'changed' })
    expect(Object.keys(told ?? {}).toSorted()).toEqual(['change', 'n'])
  })

  test('more than a hundred items are read at once', async () => {
    const items = await open()
    const keys = Array.from({ length: 120 }, (_, index) => ({ pk: `JOB#${index}`, sk: 'JOB' }))
    await Promise.all(keys.map((each) => items.update(each, {})))
    expect(await items.getAll(keys)).toHaveLength(120)
    const [first] = await items.getAll(keys.slice(0, 1), { attributes: '#pk', names: { '#pk': 'pk' } })
    expect(first).toEqual({ pk: 'JOB#0' })
  })

  test('an item is removed on its condition alone', async () => {
    const items = await open()
    await items.update(key, { set: ['n = :one'], values: { ':one': 1 } })
    expect(await items.remove(key, { condition: 'n = :two', values: { ':two': 2 } })).toBe(false)
    expect(await items.remove(key)).toBe(true)
    expect(await items.get(key)).toBeUndefined()
  })

  test('a table that hangs is not waited for', async () => {
    const items = tableItems((await clientsOf()).table, 't')
    const asked = [items.get(key), items.getAll([key]), items.update(key, {}), items.remove(key)]
    const queried = items.query({ KeyConditionExpression: 'pk = :pk', values: { ':pk': 'x' } })
    for (const result of await Promise.allSettled([...asked, queried])) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'StorageUnavailable' } })
    }
  })

  test('a table that is missing is told in words', async () => {
    const { table } = await stack()
    await expect(tableItems(table, 'nowhere').get(key)).rejects.toThrow(StorageUnavailable)
    await expect(tableItems(table, 'nowhere').remove(key)).rejects.toThrow(StorageUnavailable)
    await expect(tableItems(table, 'nowhere').update(key, {})).rejects.toThrow(StorageUnavailable)
    await expect(tableItems(table, 'nowhere').get(key)).rejects.toThrow(/is missing\. Deploy again/u)
  })
})

async function open() {
  const { table, resources } = await stack()
  return tableItems(table, resources['Table'] ?? '')
}
