const asked = new Set<string>()

/** This tab has asked for the run to be stopped, and will tell how that ended. */
export const rememberStop = (jobId: string): void => void asked.add(jobId)

/** Whether it was asked for, once. */
export const takeStop = (jobId: string): boolean => asked.delete(jobId)
