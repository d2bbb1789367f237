import type { ModelSettings } from '../../backend/model-settings.ts'
import { catalogue } from '../../backend/providers/catalogue/catalogue.ts'
import { resolveModel } from '../../backend/providers/resolve-model.ts'
import { bad, type Finding } from '../cloud/finding.ts'
import { type Asking, askBedrock } from './ask-bedrock.ts'
import type { Check } from './check.ts'
import type { SettingsSource } from './settings-source.ts'

/** Whether the account may paint with those models of Bedrock that the settings name. */
export const bedrockModels = <Deps extends { fetch: typeof fetch }>({
  read,
  mend,
  signWith,
}: SettingsSource<Deps>): Check<Deps> => ({
  name: 'The models of Amazon Bedrock',
  async look(deps) {
    const models = (await read(deps))?.models
    const named = models === undefined ? [] : namedIn(models)
    if (models === undefined || named.length === 0) return []
    const { aws, who } = await signWith(deps, models.aws)
    const asked = new Map<string, Promise<Finding>>()
    for (const { id, key = aws.bearer, of = 'AWS_BEARER_TOKEN_BEDROCK' } of named) {
      const asking: Asking = key === undefined ? { id, aws, who } : { id, aws: { ...aws, bearer: key }, who: of }
      const label = JSON.stringify([id, asking.aws.bearer])
      asked.set(label, asked.get(label) ?? lookAt(asking, deps.fetch, mend))
    }
    return Promise.all(asked.values())
  },
})

async function lookAt(asking: Asking, ask: typeof fetch, mend: SettingsSource<never>['mend']): Promise<Finding> {
  const { bearer, accessKeyId } = asking.aws
  return bearer === undefined && accessKeyId === undefined
    ? bad(
        `${asking.id} of Amazon Bedrock is left out, since there is no key for it`,
        mend('Set AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or BEDROCK_ENABLED=false'),
      )
    : askBedrock(asking, ask, mend)
}

type Named = { id: string; key?: string; of?: string }

/** A numbered one that is at an address of its own is not AWS's. */
function namedIn({ slots, bedrock }: ModelSettings): Named[] {
  const standard = catalogue.filter((entry) => entry.provider === 'bedrock' && entry.standard === true)
  if (slots === undefined) return bedrock ? standard.map(({ id }) => ({ id })) : []
  return slots.flatMap((slot) => {
    const resolved = resolveModel(slot)
    if ('fault' in resolved || resolved.provider !== 'bedrock' || slot.baseUrl !== undefined) return []
    const id = slot.id ?? resolved.entry?.id ?? slot.name
    return [slot.key === undefined ? { id } : { id, key: slot.key, of: `MODEL_${slot.number}_KEY` }]
  })
}
