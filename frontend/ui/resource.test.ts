import { cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createResource } from './resource.ts'

afterEach(cleanup)

/** Answers one by one, each when it is told to. */
function slowly() {
  const asked: PromiseWithResolvers<string>[] = []
  const resource = createResource(() => {
    const asking = Promise.withResolvers<string>()
    asked.push(asking)
    return asking.promise
  })
  const { result } = renderHook(() => resource.use())
  return { ...resource, asked, known: () => result.current }
}

test('a change that is told of while an answer is under way is asked for after that answer', async () => {
  const { asked, refresh, known } = slowly()
  refresh()
  refresh()
  asked[0]?.resolve('old')
  await waitFor(() => expect(asked).toHaveLength(2))
  asked[1]?.resolve('new')
  await waitFor(() => expect(known()).toEqual({ state: 'ready', value: 'new' }))
  expect(asked).toHaveLength(2)
})

test('what is known stands when a newer answer does not come', async () => {
  const { asked, refresh, known } = slowly()
  asked[0]?.resolve('known')
  await waitFor(() => expect(known().state).toBe('ready'))
  refresh()
  await waitFor(() => expect(asked).toHaveLength(2))
  asked[1]?.reject(new Error('away'))
  await new Promise((resolve) => setTimeout(resolve))
  expect(known()).toEqual({ state: 'ready', value: 'known' })
})
