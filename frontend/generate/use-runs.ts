import { useQueries } from '@tanstack/react-query'
import type { Job } from '../../contract/job.ts'
import { jobQuery } from './job-query.ts'

/** Those of the jobs that are known so far. */
export const useRuns = (jobIds: readonly string[]): Job[] =>
  useQueries({ queries: jobIds.map(jobQuery) }).flatMap(({ data }) => (data ? [data] : []))
