import { paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs'
import { bad, type Finding, good } from '../cloud/finding.ts'
import type { Check } from './check.ts'
import { type DeployedDeps, idOf } from './deployed-deps.ts'

const dayMs = 86_400_000
const slowMs = 3000
const enough = 200
const enoughPages = 20

export const coldStarts: Check<DeployedDeps> = {
  name: 'How long functions take to start',
  look: (deps) => Promise.all(['Api', 'Files', 'Worker', 'Sweeper'].map((name) => startsOf(deps, name))),
}

/** Of the last day, from the lines that Lambda itself writes. On a busy day the first of them tell enough. */
async function startsOf(deps: DeployedDeps, name: string): Promise<Finding> {
  const { starts, isAll } = await readStarts(deps, `${name}Log`)
  if (starts.length === 0)
    return good(
      isAll
        ? `${name} was not started in the last day`
        : `No start of ${name} was found in the first ${enoughPages} pages of its log of the last day`,
    )
  const [middle = 0, longest = 0] = [0.5, 1].map((share) => atShare(starts, share))
  const which = `${isAll ? '' : 'the first '}${starts.length} starts of the last day`
  const title = `${name} took ${Math.round(middle)} ms to start, ${Math.round(longest)} ms at most (${which})`
  return middle <= slowMs
    ? good(title)
    : bad(
        title,
        `That is more than ${slowMs / 1000} s. More MemorySize in infra/template.yaml starts it faster; then type npm run deploy.`,
      )
}

async function readStarts(deps: DeployedDeps, log: string): Promise<{ starts: number[]; isAll: boolean }> {
  const pages = paginateFilterLogEvents(
    { client: deps.services.logs },
    { logGroupName: idOf(deps, log), startTime: deps.now() - dayMs, filterPattern: '"Init Duration"' },
  )
  const starts: number[] = []
  let read = 0
  for await (const { events = [], nextToken } of pages) {
    for (const { message = '' } of events) starts.push(Number(/Init Duration: ([\d.]+) ms/u.exec(message)?.[1] ?? 0))
    read += 1
    const isAll = nextToken === undefined
    if (!isAll && (starts.length >= enough || read === enoughPages))
      return { starts: starts.slice(0, enough), isAll: false }
  }
  return { starts, isAll: true }
}

const atShare = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)]
