import { parseArgs } from 'node:util'
import { CommandFault, inWords } from '../cloud/fault.ts'
import type { Services } from '../cloud/services.ts'
import type { PageObject } from '../page-objects.ts'
import type { Template } from '../template/parse-template.ts'
import { deployAll } from './deploy-all.ts'
import type { DeployDeps } from './deploy-deps.ts'
import { readProduction } from './read-production.ts'
import { rollBack, showWayBack } from './roll-back.ts'
import { showPlan } from './show-plan.ts'
import { showTestAlarm, testAlarm } from './test-alarm.ts'

export type Outside = Omit<DeployDeps, 'services'> & {
  open(region: string | undefined): Services
  template: Template
  /** What `.env.production` says. Undefined: there is none. */
  production: string | undefined
  readPage(): Promise<PageObject[]>
}

/** `npm run deploy`: what it answers is the exit code. */
export async function deployCommand(args: readonly string[], outside: Outside): Promise<number> {
  try {
    await carryOut(args, outside)
    return 0
  } catch (error) {
    if (error instanceof CommandFault) outside.say(error.message)
    else if (isFromOutside(error))
      outside.say(
        `AWS did not do it: ${inWords(error)}. Mend that, then type the same again: it goes on where it stopped.`,
      )
    else throw error
    return 1
  }
}

/** Of the AWS SDK, or of the network. */
const isFromOutside = (error: unknown) => error instanceof Error && ('$metadata' in error || 'code' in error)

async function carryOut(args: readonly string[], outside: Outside): Promise<void> {
  const flags = readFlags(args)
  const deps = { ...outside, services: outside.open(flags.region) }
  const region = await deps.services.sts.config.region().catch(() => undefined)
  const wish = { stack: flags.stack, region: region ?? '', yes: flags.yes }
  const isPlan = flags['dry-run']
  if (flags['test-alarm']) return isPlan ? showTestAlarm(deps, wish) : testAlarm(deps, wish)
  if (flags.rollback) return isPlan ? showWayBack(deps, wish) : rollBack(deps, wish)
  if (outside.production === undefined)
    throw new CommandFault(
      'There is no .env.production. Type cp .env.production.example .env.production and set in it what you want; as it is, the sketch painters are deployed.',
    )
  const asked = { template: outside.template, flags: flags.parameter, region: region ?? 'us-east-1' }
  const production = readProduction(outside.production, asked)
  if (production.faults.length > 0)
    throw new CommandFault(
      ['Nothing was done, since .env.production is not right:', ...production.faults.map(item)].join('\n'),
    )
  const { template, readPage } = outside
  const full = { ...wish, template, production, readPage }
  return isPlan ? showPlan(deps, full) : deployAll(deps, full)
}

const item = (sentence: string) => `  - ${sentence}.`

function readFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        stack: { type: 'string', default: 'pixel-prompt' },
        region: { type: 'string' },
        parameter: { type: 'string', multiple: true, default: [] },
        'dry-run': { type: 'boolean', default: false },
        rollback: { type: 'boolean', default: false },
        'test-alarm': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    throw new CommandFault(
      `${inWords(error)}. There are --stack NAME, --region R, --parameter NAME=VALUE, --dry-run, --rollback, --test-alarm and --yes.`,
    )
  }
}
