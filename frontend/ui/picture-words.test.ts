import { expect, test } from 'vitest'
import { completed, fakeImage, fakeSlides } from '../fake-job.ts'
import { pictureWords } from './picture-words.ts'

test('a picture is named by its model and prompt, several of one model also by their place', () => {
  const results = [completed('Ink'), completed('Oil', { images: [fakeImage('a'), fakeImage('b')] })]
  expect(fakeSlides(results, { prompt: 'A fox' }).map(pictureWords)).toEqual([
    'Ink: A fox',
    'Oil, picture 1 of 2: A fox',
    'Oil, picture 2 of 2: A fox',
  ])
})

test('a long prompt is cut, and no character in half', () => {
  const [words] = fakeSlides([completed('Ink')], { prompt: '🦊'.repeat(200) }).map(pictureWords)
  expect(words).toBe(`Ink: ${'🦊'.repeat(119)}…`)
})
