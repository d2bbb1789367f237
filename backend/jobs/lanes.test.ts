import { describe, expect, test } from 'vitest'
import { boundedLanes } from './lanes.ts'

const never = new AbortController().signal

describe('a lane', () => {
  test('lets the next in line in when a place is given back, in order', async () => {
    const lanes = boundedLanes(1)
    const order: number[] = []
    const leave = await lanes.enter('a', never)
    const visits = [1, 2].map(async (n) => {
      const done = await lanes.enter('a', never)
      order.push(n)
      done()
    })
    expect(order).toEqual([])
    leave()
    await Promise.all(visits)
    expect(order).toEqual([1, 2])
  })

  test('is left by one who gives up waiting, without taking a place', async () => {
    const lanes = boundedLanes(1)
    const leave = await lanes.enter('a', never)
    const impatient = new AbortController()
    const waiting = lanes.enter('a', impatient.signal)
    impatient.abort(new Error('gave up'))
    await expect(waiting).rejects.toThrow('gave up')
    leave()
    await expect(lanes.enter('a', never)).resolves.toBeTypeOf('function')
  })

  test('does not admit one who had given up before', async () => {
    await expect(boundedLanes(1).enter('a', AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late')
  })

  test('has nothing to do with another', async () => {
    const lanes = boundedLanes(1)
    await lanes.enter('a', never)
    await expect(lanes.enter('b', never)).resolves.toBeTypeOf('function')
  })
})
