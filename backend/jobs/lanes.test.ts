import { describe, expect, test } from 'vitest'
import { boundedLanes } from './lanes.ts'

const never = new AbortController().signal

describe('a lane', () => {
  test('lets the next in line in when a place is given back, in order', async () => {
    const lanes = boundedLanes(1)
    const order: number[] = []
    const leave = await lanes.enter('a', 'v', never)
    const visits = [1, 2].map(async (n) => {
      const done = await lanes.enter('a', 'v', never)
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
    const leave = await lanes.enter('a', 'v', never)
    const impatient = new AbortController()
    const waiting = lanes.enter('a', 'v', impatient.signal)
    impatient.abort(new Error('gave up'))
    await expect(waiting).rejects.toThrow('gave up')
    leave()
    await expect(lanes.enter('a', 'v', never)).resolves.toBeTypeOf('function')
  })

  test('does not admit one who had given up before', async () => {
    await expect(boundedLanes(1).enter('a', 'v', AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late')
  })

  test('has nothing to do with another', async () => {
    const lanes = boundedLanes(1)
    await lanes.enter('a', 'v', never)
    await expect(lanes.enter('b', 'v', never)).resolves.toBeTypeOf('function')
  })
})

describe('the places of a lane', () => {
  /** Who entered, in order; each waits for a place first. */
  const waitingLane = async (inside: string[], waiting: string[]) => {
    const lanes = boundedLanes(inside.length)
    const leaves = await Promise.all(inside.map((visitor) => lanes.enter('a', visitor, never)))
    const entered: string[] = []
    const entering = waiting.map(async (who) => {
      const leave = await lanes.enter('a', who.slice(0, 1), never)
      entered.push(who)
      return leave
    })
    return { lanes, leaves, entered, entering }
  }
  const settled = () => new Promise(setImmediate)

  test('go to whoever has fewest of them, and each visitor is served in order', async () => {
    const { leaves, entered } = await waitingLane(['v', 'v', 'v', 'w'], ['v1', 'v2', 'w1', 'w2', 'x1'])
    for (const leave of leaves.toReversed()) leave()
    await settled()
    // First w and x have none and w has waited longer; when all have as many, v has waited longest.
    expect(entered).toEqual(['w1', 'x1', 'v1', 'v2'])
  })

  test('are taken by a call that is under way already, even where none is free, and others wait for it', async () => {
    const { lanes, leaves, entered } = await waitingLane(['v'], ['w1'])
    const leave = lanes.join('a', 'x')
    leaves[0]!()
    await settled()
    expect(entered).toEqual([])
    leave()
    await settled()
    expect(entered).toEqual(['w1'])
  })
})
