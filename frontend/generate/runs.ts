import * as z from 'zod/mini'
import { JobId } from '../../contract/primitives.ts'
import { storedIn } from '../ui/stored.ts'

const most = 12

/** The runs this tab shows, newest first. They survive a reload; a second tab has its own. */
export const runIds = storedIn<string[]>(() => sessionStorage, 'runs', z.array(JobId), [])

export const addRun = (jobId: string): void =>
  runIds.set([jobId, ...runIds.get().filter((old) => old !== jobId)].slice(0, most))

export const removeRun = (jobId: string): void => runIds.set(runIds.get().filter((old) => old !== jobId))

/** `/?run=<id>` shows a run that was begun elsewhere. */
export function addRunsOf(search: string): void {
  for (const id of new URLSearchParams(search).getAll('run').toReversed()) if (JobId.safeParse(id).success) addRun(id)
}
