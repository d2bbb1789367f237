import { parseArgs } from 'node:util'
import { findAccount } from '../cloud/account.ts'
import { CommandFault, inWords } from '../cloud/fault.ts'
import { bad, type Finding, good } from '../cloud/finding.ts'
import type { Services } from '../cloud/services.ts'
import { findStack, resourcesOf } from '../cloud/stack.ts'
import { alarms } from './alarms.ts'
import { bedrockModels } from './bedrock-models.ts'
import { buckets } from './buckets.ts'
import { builtPage } from './built-page.ts'
import { type Check, runChecks } from './check.ts'
import { coldStarts } from './cold-starts.ts'
import { concurrency } from './concurrency.ts'
import { dataFolder } from './data-folder.ts'
import type { DeployedDeps } from './deployed-deps.ts'
import { deployedSettingsCheck } from './deployed-settings-check.ts'
import { deployedSource } from './deployed-source.ts'
import { keptPicture } from './kept-picture.ts'
import { keys } from './keys.ts'
import type { LocalDeps } from './local-deps.ts'
import { localSettings } from './local-settings.ts'
import { localSource } from './local-source.ts'
import { nodeVersion } from './node-version.ts'
import { otherSites } from './other-sites.ts'
import { packages } from './packages.ts'
import { port } from './port.ts'
import { queues } from './queues.ts'
import { site } from './site.ts'
import { stackStatus } from './stack-status.ts'
import { sunsets } from './sunsets.ts'
import { table } from './table.ts'

export type Outside = LocalDeps & { open(region: string | undefined): Services; say(line: string): void }

const local: Check<LocalDeps>[] = [
  nodeVersion,
  packages,
  builtPage,
  dataFolder,
  port,
  localSettings,
  keys(localSource),
  bedrockModels(localSource),
  sunsets(localSource),
]
const deployed: Check<DeployedDeps>[] = [
  stackStatus,
  site,
  keptPicture,
  deployedSettingsCheck,
  keys(deployedSource),
  bedrockModels(deployedSource),
  sunsets(deployedSource),
  otherSites,
  table,
  buckets,
  queues,
  concurrency,
  alarms,
  coldStarts,
]

/** `npm run doctor`: what it answers is the exit code. */
export async function doctorCommand(args: readonly string[], outside: Outside): Promise<number> {
  try {
    const { stack, region } = readFlags(args)
    const findings =
      stack === undefined ? await runChecks(local, outside) : await lookAtStack(outside, stack, outside.open(region))
    for (const line of asTable(findings)) outside.say(line)
    return findings.every(({ ok }) => ok) ? 0 : 1
  } catch (error) {
    if (!(error instanceof CommandFault)) throw error
    outside.say(error.message)
    return 1
  }
}

async function lookAtStack(outside: Outside, name: string, services: Services): Promise<Finding[]> {
  const { id, identity, region } = await findAccount(services)
  const account = good(`The account is ${id}, asked as ${identity}`)
  const stack = await findStack(services.cloudFormation, name)
  if (stack === undefined)
    return [
      account,
      bad(`There is no stack ${name} in ${region}`, 'Type npm run deploy, or name another with --stack and --region.'),
    ]
  if (stack.outputs['Url'] === undefined)
    return [
      account,
      bad(`The stack ${name} is ${stack.status}, and nothing runs`, 'Type npm run deploy, which says what it needs.'),
    ]
  const resources = new Map(
    (await resourcesOf(services.cloudFormation, name)).map(
      ({ LogicalResourceId = '', PhysicalResourceId = '', ResourceType = '' }) =>
        [LogicalResourceId, { id: PhysicalResourceId, type: ResourceType }] as const,
    ),
  )
  const { fetch, now } = outside
  return [account, ...(await runChecks(deployed, { services, name, region, stack, resources, fetch, now }))]
}

function asTable(findings: readonly Finding[]): string[] {
  const wrong = findings.filter(({ ok }) => !ok).length
  const lines = findings.flatMap(({ title, ok, advice }) => [
    `${ok ? 'ok   ' : 'WRONG'}  ${title}`,
    ...(advice === '' ? [] : [`       ${advice}`]),
  ])
  return [
    ...lines,
    '',
    wrong === 0 ? `All ${findings.length} findings are good` : `${wrong} of ${findings.length} findings are wrong`,
  ]
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { stack: { type: 'string' }, region: { type: 'string' } } }).values
  } catch (error) {
    throw new CommandFault(
      `${inWords(error)}. There are --stack NAME and --region R; without them this machine is looked at.`,
    )
  }
}
