import { expect, test } from 'vitest'
import { cancelled, completed, failed, fakeJob, painting, pending } from '../fake-job.ts'
import { jobNews } from './job-news.ts'

const before = fakeJob([completed('One'), painting('Two'), painting('Three')])

test('says who has finished and how many that makes', () => {
  expect(jobNews(before, fakeJob([completed('One'), completed('Two'), painting('Three')]))).toEqual({
    said: ['Two finished, 2 of 3'],
    sound: 'done',
  })
})

test('several at once are counted up, with one sound', () => {
  expect(jobNews(before, fakeJob([completed('One'), failed('Two'), completed('Three')]))).toEqual({
    said: ['Two failed, 2 of 3', 'Three finished, 3 of 3'],
    sound: 'done',
  })
})

test('a failure sounds like one, and a stop is silent', () => {
  expect(jobNews(before, fakeJob([completed('One'), failed('Two'), painting('Three')])).sound).toBe('failed')
  expect(jobNews(before, fakeJob([completed('One'), cancelled('Two'), painting('Three')]))).toEqual({
    said: ['Two stopped, 2 of 3'],
  })
})

test('what has only begun is not news', () => {
  expect(jobNews(fakeJob([pending('One')]), fakeJob([painting('One')]))).toEqual({ said: [] })
})
