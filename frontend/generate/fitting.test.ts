import { expect, test } from 'vitest'
import { fakeModel } from '../fake-job.ts'
import { fitting } from './fitting.ts'

const dear = fakeModel('Dear', { priceMicroUsd: 200_000 })
const cheap = fakeModel('Cheap', { priceMicroUsd: 10_000 })
const usual = fakeModel('Usual')
const unknown = fakeModel('Unknown', { priceMicroUsd: null })

test('keeps as many of the cheapest as what is left can pay for, in the order of the form', () => {
  const names = (left: number, images = 1) =>
    fitting([dear, usual, unknown, cheap], images, left).map(({ name }) => name)
  expect(names(50_000)).toEqual(['Usual', 'Cheap'])
  expect(names(49_999)).toEqual(['Cheap'])
  expect(names(50_000, 2)).toEqual(['Cheap'])
  expect(names(9999)).toEqual([])
  expect(names(1_000_000)).toEqual(['Dear', 'Usual', 'Cheap'])
})
