import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Model } from '../../contract/model.ts'
import { RefusalError, type RefusalCode, type RefusalDetails } from '../../contract/refusal.ts'
import { fakeModel } from '../fake-job.ts'
import { draft } from './draft.ts'
import { RefusalNote } from './refusal-note.tsx'

const [ink, oil, wash] = [fakeModel('Ink'), fakeModel('Oil'), fakeModel('Wash', { priceMicroUsd: 10_000 })] as const
const free = fakeModel('Poly', { priceMicroUsd: 0 })
const unknown = fakeModel('Neon', { priceMicroUsd: null })

beforeEach(() => draft.set({ prompt: '', off: [], parameters: {} }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

type Shown = { chosen?: Model[]; images?: number; code?: RefusalCode }

function show(details: RefusalDetails, { chosen = [ink, oil, wash], images, code = 'budget_exhausted' }: Shown = {}) {
  const refusal = new RefusalError(code, 'Not now.', details)
  render(<RefusalNote sending={{ state: 'refused', refusal }} chosen={chosen} images={images} />)
  return screen.getByRole('alert').textContent.replaceAll('\u00a0', ' ')
}

const keep = () => screen.queryByRole('button', { name: /^Keep/u })

test('offers as many of the cheapest as fit, for all pictures of each, at their price', () => {
  show({ scope: 'day', leftMicroUsd: 50_000 })
  expect(keep()?.textContent).toBe('Keep the 2 cheapest · $0.05')
  cleanup()
  show({ scope: 'day', leftMicroUsd: 50_000 }, { images: 2 })
  expect(keep()?.textContent).toBe('Keep the cheapest · $0.02')
  fireEvent.click(screen.getByRole('button'))
  expect(draft.get().only).toEqual(['wash'])
})

test('offers none where none fits, nor for the budget of one model, of which it is not known what else fits', () => {
  show({ scope: 'day', leftMicroUsd: 9999 })
  expect(keep()).toBeNull()
  cleanup()
  expect(show({ scope: 'model', leftMicroUsd: 50_000 })).toContain('Not now.')
  expect(keep()).toBeNull()
})

test('says that a run fits by now, and that one which is free always does', () => {
  const left = { scope: 'day', leftMicroUsd: 20_000 }
  expect(show(left, { chosen: [wash], images: 2 })).toBe(
    'This run costs $0.02 at most, within the $0.02 left: you can generate it now.',
  )
  cleanup()
  expect(show(left, { chosen: [free] })).toBe('This run is free: you can generate it now.')
})

test.each([
  ['of nobody', [], 'budget_exhausted'],
  ['of a price that is not known', [unknown], 'budget_exhausted'],
  ['that was refused for something else', [free], 'unavailable'],
] as const)('does not say so of a run %s', (_, chosen, code) => {
  expect(show({ scope: 'day', leftMicroUsd: 20_000 }, { chosen: [...chosen], code })).not.toContain('you can generate')
})

test('counts down to the moment from which it can be tried again', () => {
  vi.useFakeTimers()
  expect(show({ retryAfterSeconds: 2 }, { code: 'rate_limited' })).toContain('Again possible in 2 s')
  act(() => void vi.advanceTimersByTime(2000))
  expect(screen.getByText('You can try again now')).toBeTruthy()
})
