import { paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs'
import { bad, type Finding, good } from '../cloud/finding.ts'
import type { Check } from './check.ts'
import { type DeployedDeps, idOf } from './deployed-deps.ts'

const dayMs = 86_400_000
const slowMs = 3000

export const coldStarts: Check<DeployedDeps> = {
  name: 'How long functions take to start',
  look: (deps) => Promise.all(['Api', 'Files', 'Worker', 'Sweeper'].map((name) => startsOf(deps, name))),
}

/** Of the last day, from the lines that Lambda itself writes. */
async function startsOf(deps: DeployedDeps, name: string): Promise<Finding> {
  const pages = paginateFilterLogEvents(
    { client: deps.services.logs },
    { logGroupName: idOf(deps, `${name}Log`), startTime: deps.now() - dayMs, filterPattern: '"Init Duration"' },
  )
  const starts: number[] = []
  for await (const { events = [] } of pages)
    for (const { message = '' } of events) starts.push(Number(/Init Duration: ([\d.]+) ms/u.exec(message)?.[1] ?? 0))
  if (starts.length === 0) return good(`${name} was not started in the last day`)
  const [middle = 0, longest = 0] = [0.5, 1].map((share) => atShare(starts, share))
  const title = `${name} took ${Math.round(middle)} ms to start, ${Math.round(longest)} ms at most (${starts.length} starts of the last day)`
  return middle <= slowMs
    ? good(title)
    : bad(
        title,
        `That is more than ${slowMs / 1000} s. More MemorySize in infra/template.yaml starts it faster; then type npm run deploy.`,
      )
}

const atShare = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)]
