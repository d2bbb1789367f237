import type { NewJob } from '../storage.ts'

const timeDigits = 15

/** As which a job is kept in the indexes of the galleries, in the order of when it was made. */
export const madeAs = ({ jobId, createdAt }: Pick<NewJob, 'jobId' | 'createdAt'>): string =>
  `${String(createdAt).padStart(timeDigits, '0')}#${jobId}`

export const madeFrom = (made: string): Pick<NewJob, 'jobId' | 'createdAt'> => ({
  createdAt: Number(made.slice(0, timeDigits)),
  jobId: made.slice(timeDigits + 1),
})
