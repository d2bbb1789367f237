import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { actionsOf } from '../../infra/template/actions-of.ts'
import { commandsUsed } from '../../infra/template/commands-used.ts'

const file = 'reports/e2e-aws-rights.txt'

/** A right, as `Worker dynamodb:GetItem`, that no journey comes to need. */
const unseen = new Set([
  // The last of a deleted run goes when the day for which its id is kept is over.
  'Sweeper dynamodb:DeleteItem',
])

/** Of one deployment, for `checkRights`. */
export function noteRights(used: ReadonlySet<string>): void {
  mkdirSync('reports', { recursive: true })
  appendFileSync(file, Array.from(used, (right) => `${right}\n`).join(''))
}

/** Before all journeys. */
export function forgetRights(): void {
  rmSync(file, { force: true })
}

/** After all journeys. Throws when they needed less than the functions ask for: then their roles allow too much. */
export default function checkRights(): void {
  const isWhole = process.argv.slice(2).join(' ') === 'test --config playwright.aws.config.ts'
  if (!isWhole) return
  const used = new Set(readFileSync(file, 'utf8').split('\n'))
  const allowed = Object.entries(commandsUsed).flatMap(([id, commands]) =>
    actionsOf(commands).map((action) => `${id} ${action}`),
  )
  // Secrets are read past those who look.
  const idle = allowed.filter((right) => !used.has(right) && !unseen.has(right) && !right.includes(' secretsmanager:'))
  if (idle.length > 0) throw new Error(`No journey needs these rights: ${idle.join(', ')}`)
}
