import { CommandFault } from '../cloud/fault.ts'
import { lookAtSite } from '../cloud/look-at-site.ts'
import type { Stack } from '../cloud/stack.ts'
import type { DeployDeps } from './deploy-deps.ts'

const tries = 12
const pauseMs = 10_000

/** Asks as a visitor would. A new distribution takes a while to be known everywhere. Throws with what is wrong. */
export async function smokeTest({ fetch, say, pause }: DeployDeps, stack: Stack): Promise<void> {
  for (let left = tries; ; left -= 1) {
    const findings = await lookAtSite(stack, fetch)
    const wrong = findings.filter(({ ok }) => !ok)
    if (wrong.length === 0) {
      for (const { title } of findings) say(`  ${title}.`)
      return
    }
    if (left === 1) {
      const lines = wrong.map(({ title, advice }) => `  ${title}. ${advice}`)
      throw new CommandFault(['The deployment does not answer as it should:', ...lines].join('\n'))
    }
    await pause(pauseMs)
  }
}
