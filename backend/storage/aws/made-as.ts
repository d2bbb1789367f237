import type { NewJob } from '../storage.ts'
import { readTimeOrdered, timeOrdered } from './time-ordered.ts'

/** As which a job is kept in the indexes of the galleries, in the order of when it was made. */
export const madeAs = ({ jobId, createdAt }: Pick<NewJob, 'jobId' | 'createdAt'>): string =>
  timeOrdered(createdAt, jobId)

export const madeFrom = (made: string): Pick<NewJob, 'jobId' | 'createdAt'> => {
  const { ms, id } = readTimeOrdered(made)
  return { createdAt: ms, jobId: id }
}
