import { queryOptions } from '@tanstack/react-query'
import { getJob } from '../api.ts'
import { jobKey } from './job-key.ts'

/** Asked once; from then on the live loop keeps it fresh. */
export const jobQuery = (jobId: string) =>
  queryOptions({ queryKey: jobKey(jobId), queryFn: ({ signal }) => getJob(jobId, signal), staleTime: Infinity })
