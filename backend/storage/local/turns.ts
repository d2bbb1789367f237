import { farthestDueMs } from '../turns.ts'

/**
 * SQL: whether the time of a pending task has come. None has to wait for a minute, so that a later time is one of a clock
 * that has been set back since. Binds now.
 */
export const isDue = `due_at not between :now + 1 and :now + ${farthestDueMs}`

/** SQL: a task that could run now. Binds now. */
export const waits = `status = 'pending' and ${isDue}`

/** SQL: how many tasks a visitor has in progress in a lane, both named by a row `of`. */
export const runningOf = (of: string): string =>
  `(select count(*) from tasks where status = 'in_progress' and lane = ${of}.lane and visitor = ${of}.visitor)`

const nextOf = (of: string, condition = '') => `(
  select job, model from tasks where ${waits} and lane = ${of}.lane and visitor = ${of}.visitor ${condition}
  order by due_at, job, position limit 1)`

/**
 * SQL: the tables `waiters` and `queue`. The queue holds the first `:limit` tasks that wait for a lane with room, by turns:
 * a turn is how many tasks of its visitor the lane has or gets before it, itself included. Each task calls up the next of
 * its visitor, and lanes and visitors are found by leaps through the index, so that the work does not grow with the tasks.
 * Binds now, limit, fullForAll (lanes) and fullForSome (pairs of lane and visitor).
 */
export const queueByTurns = `
  lanes (lane) as (
    select min(lane) from tasks where status = 'pending'
    union all
    select (select min(lane) from tasks where status = 'pending' and lane > lanes.lane) from lanes where lane is not null
  ),
  waiters (lane, visitor) as (
    select lane, (select min(visitor) from tasks where status = 'pending' and lane = lanes.lane)
    from lanes where lane not in (select value from json_each(:fullForAll))
    union all
    select lane, (
      select min(visitor) from tasks where status = 'pending' and lane = waiters.lane and visitor > waiters.visitor
    ) from waiters where visitor is not null
  ),
  queue (turn, due_at, job, position, model, attempt, lane, visitor) as (
    select 1 + ${runningOf('waiters')}, task.due_at, task.job, position, model, attempt, waiters.lane, waiters.visitor
    from waiters join tasks as task on (task.job, model) = ${nextOf('waiters')}
    where (waiters.lane, waiters.visitor) not in (select value ->> 0, value ->> 1 from json_each(:fullForSome))
    union all
    select turn + 1, next.due_at, next.job, next.position, next.model, next.attempt, queue.lane, queue.visitor
    from queue join tasks as next on (next.job, next.model) =
      ${nextOf('queue', 'and (due_at, job, position) > (queue.due_at, queue.job, queue.position)')}
    order by 1, 2, 3, 4 limit :limit
  )`
