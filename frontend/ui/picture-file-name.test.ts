import { expect, test } from 'vitest'
import { completed, fakeSlides } from '../fake-job.ts'
import { pictureFileName } from './picture-file-name.ts'

test.each([
  ['a short prompt', 'Ein Café, 3 Füchse!', 'ein-café-3-füchse'],
  ['the first words of a long one', 'word '.repeat(100), `${'word-'.repeat(8)}word`],
  ['the beginning of one without spaces', '雪'.repeat(100), '雪'.repeat(48)],
])('names a picture after %s', (_, prompt, words) => {
  expect(fakeSlides([completed('One')], { prompt }).map(pictureFileName)).toEqual([`pixel-prompt-one-${words}-1.png`])
})

test('does without words when the prompt has none', () => {
  expect(fakeSlides([completed('One')], { prompt: '🦊 + ❄️?' }).map(pictureFileName)[0]).not.toContain('--')
})
