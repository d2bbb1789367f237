import { CommandFault } from '../cloud/fault.ts'
import { readChangeSet, type ChangeSet } from './change-set.ts'
import type { DeployDeps, Wish } from './deploy-deps.ts'

const built = '.aws-sam/build/template.yaml'

/** Uploads the functions' code and asks CloudFormation what would change. Undefined: nothing would. */
export async function makeChangeSet(
  deps: DeployDeps,
  { stack, region }: Wish,
  parameters: Readonly<Record<string, string>>,
): Promise<ChangeSet | undefined> {
  await sam(deps, ['build', '--template-file', 'infra/template.yaml'])
  // Values in quotation marks may be empty, and may have commas and equals signs in them.
  const overrides = Object.entries(parameters).map(([name, value]) => `${name}="${value}"`)
  const what = ['deploy', '--template-file', built, '--stack-name', stack, '--region', region, '--resolve-s3']
  const how = ['--capabilities', 'CAPABILITY_IAM', '--no-progressbar', '--no-execute-changeset']
  const unasked = ['--no-confirm-changeset', '--no-fail-on-empty-changeset']
  const printed = await sam(deps, [...what, ...how, ...unasked, '--parameter-overrides', ...overrides])
  const id = /arn:\S+:changeSet\/\S+/u.exec(printed)?.[0]
  if (id !== undefined) return readChangeSet(deps, id)
  if (/No changes to deploy/iu.test(printed)) return undefined
  throw new CommandFault('sam deploy named no change set, although it did not fail: look at what it printed above.')
}

/** Throws what to type when there is no sam. */
export async function requireSam({ run }: Pick<DeployDeps, 'run'>): Promise<void> {
  const { code } = await run('sam', ['--version'], { quiet: true })
  if (code === 0) return
  throw new CommandFault(
    'The command sam is missing, which brings the functions to AWS. Type pipx install aws-sam-cli (or brew install ' +
      'aws-sam-cli), or see https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/install-sam-cli.html',
  )
}

async function sam({ run }: DeployDeps, args: string[]): Promise<string> {
  const { code, printed } = await run('sam', args)
  if (code !== 0)
    throw new CommandFault(
      `sam ${args[0]} failed: what it printed says why. Mend that, then type npm run deploy again.`,
    )
  return printed
}
