import { expect, test } from 'vitest'
import { fitted, moved, zoomed } from './zoom.ts'

const bounds = { stage: { width: 800, height: 600 }, picture: { width: 800, height: 400 } }

test('keeps the point under the finger where it is', () => {
  const close = zoomed(fitted, 4, { x: 100, y: 50 }, bounds)
  // What lay at 100 lies at (100 - x) ÷ scale of the picture, before and after.
  expect((100 - close.x) / close.scale).toBe(100)
  expect((50 - close.y) / close.scale).toBe(50)
})

test('is never smaller than whole, nor larger than eight times', () => {
  expect(zoomed(fitted, 0.5, { x: 10, y: 10 }, bounds)).toEqual(fitted)
  expect(zoomed(fitted, 100, { x: 0, y: 0 }, bounds).scale).toBe(8)
})

test('does not move past the edges of the picture, nor at all where it is smaller than the stage', () => {
  const double = zoomed(fitted, 2, { x: 0, y: 0 }, bounds)
  expect(moved(double, { x: 5000, y: -5000 }, bounds)).toEqual({ scale: 2, x: 400, y: -100 })
  expect(moved(fitted, { x: 50, y: 50 }, bounds)).toEqual(fitted)
})
