/** Where the query cache holds a job. */
export const jobKey = (jobId: string) => ['job', jobId] as const
