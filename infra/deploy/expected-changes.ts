import { isDeepStrictEqual } from 'node:util'
import type { Change } from '@aws-sdk/client-cloudformation'
import type { Tree } from '../template/is-map.ts'
import type { Resource, Template } from '../template/parse-template.ts'
import { renderTemplate } from '../template/render-template.ts'
import { resourceType } from '../template/service-spec.ts'

export type Deployed = { template: Template; parameters: Readonly<Record<string, string>> }

/**
 * What a change set would hold, as far as two templates tell: nothing has to be sent for it. Not the functions' code, and not what
 * follows from something else being replaced.
 */
export function expectedChanges(before: Deployed, after: Deployed): Change[] {
  const [old, wanted] = [before, after].map(({ template, parameters }) => renderTemplate(template, { ...parameters }))
  const ids = new Set([old, wanted].flatMap((one) => Object.keys(one?.Resources ?? {})))
  return [...ids].flatMap((LogicalResourceId): Change[] => {
    const [was, is] = [old, wanted].map((one) => one?.Resources[LogicalResourceId])
    const what = { LogicalResourceId, ResourceType: (is ?? was)?.Type }
    if (was === undefined) return [{ ResourceChange: { ...what, Action: 'Add' } }]
    if (is === undefined) return [{ ResourceChange: { ...what, Action: 'Remove' } }]
    const [from, to] = [partsOf(was, old), partsOf(is, wanted)]
    const changed = Object.keys({ ...from, ...to }).filter((name) => !isDeepStrictEqual(from[name], to[name]))
    if (changed.length === 0) return []
    return [{ ResourceChange: { ...what, Action: 'Modify', Replacement: replacement(is.Type, changed) } }]
  })
}

/** SAM writes its own notes and the code's address into what it deploys. */
function partsOf({ Metadata, Properties, ...rest }: Resource, template: Template | undefined): Tree {
  const { CodeUri, ...properties } = Properties ?? {}
  return { ...rest, ...properties, ...(isOfSam(rest.Type) && { Globals: template?.Globals }) }
}

function replacement(type: string, changed: readonly string[]): 'True' | 'Conditional' | 'False' {
  if (changed.includes('Type')) return 'True'
  // Of SAM's own types the specification says that everything replaces them.
  const { properties = {} } = (isOfSam(type) ? undefined : resourceType(type)) ?? {}
  const said = changed.map((name) => properties[name]?.causesReplacement)
  return said.includes('yes') ? 'True' : said.includes('maybe') ? 'Conditional' : 'False'
}

const isOfSam = (type: string) => type.startsWith('AWS::Serverless::')
