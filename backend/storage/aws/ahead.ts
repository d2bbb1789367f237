import type { JobStore } from '../storage.ts'
import { byTurns } from '../turns.ts'
import type { DueIndex } from './due-index.ts'
import type { JobTable } from './job-table.ts'
import { runningTasks, waitingTasks } from './open-tasks.ts'

/** Tells a job's tasks their places among those who wait. */
export const ahead = ({ read }: JobTable, index: DueIndex): Pick<JobStore, 'ahead'> => ({
  async ahead(jobId, { now }) {
    const job = await read(jobId)
    if (!job || waitingTasks([job], now).length === 0) return new Map()
    const others = (await index.open()).filter((open) => open.jobId !== jobId)
    const jobs = [job, ...(await index.read(others))]
    const queue = byTurns(waitingTasks(jobs, now), { running: runningTasks(jobs), full: [] })
    const lanes = Map.groupBy(queue, ({ lane }) => lane)
    return new Map(
      [...lanes.values()].flatMap((lane) =>
        lane.flatMap(({ task }, place): [string, number][] => (task.jobId === jobId ? [[task.model, place]] : [])),
      ),
    )
  },
})
