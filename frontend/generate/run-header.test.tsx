import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { cancelled, completed, failed, fakeJob } from '../fake-job.ts'
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
