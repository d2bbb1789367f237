import { type TaskErrorCode, taskErrorCodes } from '../../../contract/task-error.ts'
import type { JobStore } from '../storage.ts'
import type { Items } from './items.ts'

type Faults = Awaited<ReturnType<JobStore['activity']>>['faults']

const hourMs = 3_600_000
const keptHours = 24

/** Counts in the item of its minute: `<code> <model>`. */
export async function noteFault(
  items: Items,
  { model, code, at }: { model: string; code: TaskErrorCode; at: number },
): Promise<void> {
  await items.update(
    { pk: pkOf(at), sk: minuteOf(at) },
    {
      set: ['#ttl = :ttl'],
      add: ['#fault :one'],
      names: { '#ttl': 'ttl', '#fault': `${code} ${model}` },
      values: { ':one': 1, ':ttl': Math.floor(at / 1000) + 2 * keptHours * 3600 },
    },
  )
}

/** Those from the minute of `since` to that of `now`, of a day at most; the most frequent first. */
export async function faultsSince(items: Items, { since, now }: { since: number; now: number }): Promise<Faults> {
  const first = Math.max(since, now - keptHours * hourMs)
  const hours = Array.from({ length: 1 + Math.floor(now / hourMs) - Math.floor(first / hourMs) }, (_, n) =>
    pkOf(first + n * hourMs),
  )
  const pages = await Promise.all(
    hours.map((pk) =>
      items.query({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        values: { ':pk': pk, ':first': minuteOf(first), ':last': minuteOf(Math.max(first, now)) },
      }),
    ),
  )
  const counts = new Map<string, number>()
  for (const [name, count] of pages.flatMap((page) => page.items.flatMap((item) => Object.entries(item)))) {
    if (typeof count === 'number') counts.set(name, (counts.get(name) ?? 0) + count)
  }
  return [...counts]
    .flatMap(([name, count]) => {
      const [known, model = ''] = name.split(' ')
      const code = taskErrorCodes.find((each) => each === known)
      return code ? [{ model, code, count }] : []
    })
    .toSorted((a, b) => b.count - a.count || compare(a.model, b.model) || compare(a.code, b.code))
}

const pkOf = (at: number) => `FAULTS#${new Date(at).toISOString().slice(0, 13)}`
const minuteOf = (at: number) => new Date(at).toISOString().slice(0, 16)
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
