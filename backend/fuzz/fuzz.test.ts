import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileText } from './hostile-text.ts'
import { hold } from './judge.ts'
import { parser } from './parser.ts'
import { mayGrow, report } from './report.ts'
import { runProperties, runProperty } from './run-properties.ts'

const cases = 5000

test(`${cases} hostile inputs break no parser and no route`, { timeout: 600_000 }, async () => {
  const done = await runProperties({ cases, seed: 20261126 }, (fuzzed) => console.log(report(fuzzed)))
  expect(done.flatMap(({ failure }) => failure ?? [])).toEqual([])
  expect(done.filter(({ grown }) => grown > mayGrow)).toEqual([])
  expect(done.reduce((sum, fuzzed) => sum + fuzzed.cases, 0)).toBeGreaterThan(cases * 0.99)
})

test('the inputs reach what they are meant for', { timeout: 600_000 }, async () => {
  const [first] = await runProperties(
    { cases: 1500, seed: 1, only: 'requests to a server with many visitors' },
    () => {},
  )
  const statuses = ['200', '202', '400', '401', '403', '404', '405', '413', '415']
  expect([...(first?.outcomes.keys() ?? [])]).toEqual(expect.arrayContaining(statuses))
})

test('what breaks a property is told with its seed, and is shown again by it', async () => {
  const short = parser('texts are short', 1, hostileText, (text) => hold(text.length < 300, 'a long text'))
  const { failure = '' } = await runProperty(short, { seed: 7, numRuns: 200 })
  const [, path = ''] = /--only "texts are short" --seed 7 --path ([\d:]+)$/u.exec(failure) ?? []
  const again = await runProperty(short, { seed: 7, numRuns: 1, path })
  expect(again).toMatchObject({ cases: 1, failure })
})

test('an input that takes too long breaks a property', async () => {
  const busy = (milliseconds: number) => {
    const { user } = process.threadCpuUsage()
    while (process.threadCpuUsage().user - user < milliseconds * 1000);
  }
  const slow = parser('nothing takes long', 1, fc.constant(20), busy, 10)
  expect((await runProperty(slow, { seed: 1, numRuns: 1 })).failure).toMatch(/^nothing takes long: takes \d+/)
})
