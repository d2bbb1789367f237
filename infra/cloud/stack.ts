import {
  DescribeStacksCommand,
  paginateListStackResources,
  type CloudFormationClient,
  type StackResourceSummary,
} from '@aws-sdk/client-cloudformation'
import { CommandFault, inWords } from './fault.ts'

export type Stack = {
  name: string
  region: string
  status: string
  outputs: Readonly<Record<string, string>>
  parameters: Readonly<Record<string, string>>
}

/** Undefined: there is none of that name, or only the wish for one. */
export async function findStack(cloudFormation: CloudFormationClient, StackName: string): Promise<Stack | undefined> {
  const [stack] = await describe(cloudFormation, StackName)
  if (stack === undefined || stack.StackStatus === 'REVIEW_IN_PROGRESS') return undefined
  return {
    name: StackName,
    region: await cloudFormation.config.region(),
    status: stack.StackStatus ?? '',
    outputs: Object.fromEntries(
      stack.Outputs?.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]) ?? [],
    ),
    parameters: Object.fromEntries(
      stack.Parameters?.map(({ ParameterKey = '', ParameterValue = '' }) => [ParameterKey, ParameterValue]) ?? [],
    ),
  }
}

async function describe(cloudFormation: CloudFormationClient, StackName: string) {
  try {
    return (await cloudFormation.send(new DescribeStacksCommand({ StackName }))).Stacks ?? []
  } catch (error) {
    if (inWords(error).includes('does not exist')) return []
    throw error
  }
}

/** One of the template's outputs. Throws when the stack is older than it. */
export function outputOf({ outputs }: Pick<Stack, 'outputs'>, name: string): string {
  const value = outputs[name]
  if (value === undefined)
    throw new CommandFault(`The stack has no output ${name}: npm run deploy brings it up to date.`)
  return value
}

export async function resourcesOf(client: CloudFormationClient, StackName: string): Promise<StackResourceSummary[]> {
  const found = []
  for await (const page of paginateListStackResources({ client }, { StackName }))
    found.push(...(page.StackResourceSummaries ?? []))
  return found
}
