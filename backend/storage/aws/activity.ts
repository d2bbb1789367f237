import type { JobStore } from '../storage.ts'
import type { DueIndex } from './due-index.ts'
import { faultsSince } from './faults.ts'
import type { JobTable } from './job-table.ts'

/** What the operator wants to know of all tasks, those of deleted jobs included. */
export const activity = ({ items }: JobTable, index: DueIndex): Pick<JobStore, 'activity'> => ({
  async activity({ now, since }) {
    const [jobs, faults] = await Promise.all([
      index.open().then((open) => index.read(open)),
      faultsSince(items, { now, since }),
    ])
    const tasks = jobs.flatMap((job) => job.tasks)
    const waitingFor = tasks.flatMap((task) => (task.status === 'pending' ? [task.dueAt] : []))
    const waitingSince = Math.min(...waitingFor.filter((dueAt) => dueAt <= now))
    return {
      pending: waitingFor.length,
      running: tasks.filter(({ status }) => status === 'in_progress').length,
      ...(waitingSince !== Infinity && { waitingSince }),
      faults,
    }
  },
})
