import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { cancelled, completed, failed, fakeJob, painting } from '../fake-job.ts'
import { queries } from '../ui/queries.ts'
import { RunHeader } from './run-header.tsx'

afterEach(cleanup)

test.each([
  ['2 of 2 painted · $0.04', [completed('Ink'), completed('Oil')]],
  ['1 of 3 painted · 1 failed · 1 stopped · $0.04', [completed('Ink'), failed('Oil'), cancelled('Chalk')]],
  ['1 of 2 painted · 1 failed · up to $0.04', [completed('Ink'), failed('Oil', { costCertain: false })]],
])('tells of a run that has ended: %s', (words, results) => {
  render(<RunHeader job={fakeJob(results)} open cardsId="cards" onFold={() => {}} />)
  expect(screen.getByText(words)).toBeTruthy()
})

test('what somebody else runs cannot be stopped', () => {
  const header = (readOnly?: true) => (
    <QueryClientProvider client={queries}>
      <RunHeader
        job={{ ...fakeJob([painting('Ink')]), ...(readOnly && { readOnly }) }}
        open
        cardsId="cards"
        onFold={() => {}}
      />
    </QueryClientProvider>
  )
  const { rerender } = render(header())
  expect(screen.getByRole('button', { name: 'Stop' })).toBeTruthy()
  rerender(header(true))
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull()
})
