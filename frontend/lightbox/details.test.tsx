import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Job } from '../../contract/job.ts'
import { completed, fakeImage, fakeSlides } from '../fake-job.ts'
import type { CompletedResult } from '../ui/slide.ts'
import { Details } from './details.tsx'

afterEach(cleanup)

/** The rows below the head, and all words, of the first picture of a result. */
function details(result: Partial<CompletedResult>, parameters: Job['parameters']) {
  cleanup()
  const [slide] = fakeSlides([completed('One', result)], { parameters })
  render(<Details id="details" slide={slide!} />)
  const [, ...rows] = screen.getAllByRole('row')
  return {
    rows: rows.map((row) => [...row.children].map(({ textContent }) => textContent)),
    words: screen.getByRole('complementary', { name: 'Details' }).textContent,
  }
}

test('sets what was asked beside what was got, and names what was left aside', () => {
  const { rows, words } = details(
    {
      attempt: 2,
      ignored: ['steps', 'negativePrompt'],
      sentPrompt: 'A red fox. Avoid: text',
      revisedPrompt: 'A majestic red fox',
      images: [fakeImage('a'), fakeImage('b')],
      costCertain: false,
    },
    { seed: 42, steps: 28, guidance: 5.5, aspectRatio: '16:9', negativePrompt: 'text', imagesPerModel: 3 },
  )
  expect(rows).toEqual([
    ['Prompt', 'as written', 'rewritten by the provider'],
    ['Shape', '16:9', '1344 × 768'],
    ['Seed', '42', '42'],
    ['Steps', '28', 'not offered, not sent'],
    ['Guidance', '5.5', 'sent'],
    ['Pictures', '3', '2'],
    ['Negative prompt', 'text', 'not offered, not sent'],
  ])
  for (const shown of [
    'A red fox. Avoid: text',
    'A majestic red fox',
    'Not used by this model: steps, negative prompt',
    'Made byOne at openai',
    'FilePNG, 2.4 MB',
    'Attempt2',
    'up to $0.04: pictures that did not come may have been charged',
  ])
    expect(words).toContain(shown)
})

test('tells a seed only of a model that was given one, or that left aside the one that was set', () => {
  const unseeded = fakeImage('a', { seed: undefined })
  const seed = (result: Partial<CompletedResult>) =>
    details(result, { seed: 42 }).rows.find(([what]) => what === 'Seed')
  expect(seed({ images: [fakeImage('b')] })).toEqual(['Seed', '42', '42'])
  expect(seed({ images: [unseeded], ignored: ['seed'] })).toEqual(['Seed', '42', 'not offered, not sent'])
  // The server drew a seed, and this model takes none.
  expect(seed({ images: [unseeded] })).toBeUndefined()
})

test('tells a picture of another shape than was asked from one whose sides were only rounded', () => {
  const got = (width: number, height: number, result: Partial<CompletedResult> = {}) =>
    details({ images: [fakeImage('a', { width, height })], ...result }, { aspectRatio: '3:4' }).rows[1]
  expect(got(896, 1280)).toEqual(['Shape', '3:4', '896 × 1280'])
  expect(got(1024, 1024)).toEqual(['Shape', '3:4', '1024 × 1024, not 3:4'])
  expect(got(1024, 1024, { ignored: ['aspectRatio'] })).toEqual(['Shape', '3:4', '1024 × 1024, shape not offered'])
})

test('says whether the prompt went out as it was written', () => {
  const prompt = (result: Partial<CompletedResult>) => details(result, {}).rows[0]
  expect(prompt({})).toEqual(['Prompt', 'as written', 'sent as written'])
  expect(prompt({ sentPrompt: 'A fox. Avoid: text' })).toEqual(['Prompt', 'as written', 'sent in other words'])
})

test('says that a sketch is not AI, and of what kind and size the file is', () => {
  const { words } = details(
    { provider: 'sketch', images: [fakeImage('a', { bytes: 900, mediaType: 'image/jpeg' })] },
    {},
  )
  expect(words).toContain('One: sketch, not AI')
  expect(words).toContain('JPEG, 1 kB')
})
