import { expect, test } from 'vitest'
import { connection } from './connection.ts'
import { patiently } from './patiently.ts'

test('a part that could not be fetched is fetched once the server is back', async () => {
  let tries = 0
  const part = patiently(() => {
    tries += 1
    return tries === 1 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('part')
  })
  await Promise.resolve()
  await Promise.resolve()
  expect(connection.get()).toBe('down')
  expect(tries).toBe(1)
  connection.found()
  expect(await part).toBe('part')
})

test('a part that is not there although the server is says so in the end', async () => {
  const stop = connection.subscribe(() => connection.get() === 'down' && queueMicrotask(connection.found))
  await expect(patiently(() => Promise.reject(new Error('404')))).rejects.toThrow('404')
  stop()
})
