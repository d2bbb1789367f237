import type { Outcome, TaskKey } from '../storage.ts'
import { noteFault } from './faults.ts'
import { ifPossible } from './if-possible.ts'
import type { Items } from './items.ts'
import { noteDuration } from './usual-durations.ts'

/** What is told of all tasks together: how long they take, and how often they fail. */
export async function noteEnd(items: Items, task: Pick<TaskKey, 'jobId' | 'model'>, outcome: Outcome): Promise<void> {
  if (outcome.status === 'completed') await ifPossible(noteDuration(items, task, outcome))
  if (outcome.status === 'error') {
    await ifPossible(noteFault(items, { model: task.model, code: outcome.error.code, at: outcome.completedAt }))
  }
}
