import { searchWords } from '../search-words.ts'
import type { NewJob } from '../storage.ts'

// No letter or number, so that it occurs in no folded word.
const modelMark = '\u{E001}'

/** What the indexes of the galleries hold of a job: each model between marks, each word after a space. */
export const searchableWords = ({ tasks, prompt }: Pick<NewJob, 'tasks' | 'prompt'>): string =>
  [...tasks.map(({ model }) => markedModel(model)), ...searchWords(prompt).map(beginning)].join('')

/** What of it has to be there for a query. */
export const wantedWords = ({ q = '', model }: { q?: string | undefined; model?: string | undefined }): string[] => [
  ...searchWords(q).map(beginning),
  ...(model === undefined ? [] : [markedModel(model)]),
]

const beginning = (word: string) => ` ${word}`
const markedModel = (model: string) => modelMark + model + modelMark
