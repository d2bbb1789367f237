import { GetTemplateCommand } from '@aws-sdk/client-cloudformation'
import { isMap } from '../template/is-map.ts'
import { parseTemplate, type Template } from '../template/parse-template.ts'
import { renderTemplate } from '../template/render-template.ts'
import { changeLine } from './change-set.ts'
import { dataLosses } from './data-losses.ts'
import type { DeployDeps, Wish } from './deploy-deps.ts'
import { type Deployed, expectedChanges } from './expected-changes.ts'

/** Says which resources of a stack would change, from its template and the one that is wanted. Nothing is made for that. */
export async function showChanges(
  { services, say }: Pick<DeployDeps, 'services' | 'say'>,
  { stack: StackName }: Pick<Wish, 'stack'>,
  parameters: Deployed['parameters'],
  wanted: Deployed,
): Promise<void> {
  const { TemplateBody = '' } = await services.cloudFormation.send(
    new GetTemplateCommand({ StackName, TemplateStage: 'Original' }),
  )
  const template = readTemplate(TemplateBody)
  if (template === undefined)
    return say('The template of the stack cannot be read: what would change of it is not known')
  const changes = expectedChanges({ template, parameters }, wanted)
  say(
    changes.length === 0
      ? 'No resource would change, as far as the templates tell; the code of the functions may'
      : 'As far as the templates tell, this would change, and perhaps the code of the functions:',
  )
  for (const change of changes) say(`  ${changeLine(change)}`)
  const losses = dataLosses(changes)
  for (const loss of losses) say(`  ${loss}.`)
  if (losses.length > 0) say('  That would be asked for, with --yes too')
}

/** Undefined: it is none that can be compared, as one from long ago may not be. */
export function readTemplate(text: string): Template | undefined {
  try {
    const template = parseTemplate(text)
    if (!isMap(template) || !isMap(template.Resources)) return undefined
    renderTemplate(template)
    return template
  } catch {
    return undefined
  }
}
