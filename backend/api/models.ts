import { Hono } from 'hono'
import { maxModelsPerJob } from '../../contract/generate.ts'
import type { Model, ModelsReply } from '../../contract/model.ts'
import { parameterRanges } from '../../contract/parameters.ts'
import { maxPromptLength } from '../../contract/prompt.ts'
import type { Visitors } from '../accounts/visitor.ts'
import type { ImageModel } from '../providers/provider.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { maxBodyBytes } from './read-json.ts'
import { greetVisitor } from './visitor-of.ts'

export const models = (
  deps: Pick<AppDeps, 'accounts' | 'enhancer' | 'exportPartBytes' | 'gallery' | 'log' | 'models' | 'usualTimes'>,
  visitors: Visitors,
) =>
  new Hono<ApiEnv>().get('/api/models', async (c) => {
    greetVisitor(c, visitors)
    const off = await readSwitches(deps)
    return answer(c, {
      models: deps.models.map((model) =>
        toModel(model, { off: off.has(model.id), usualMs: deps.usualTimes.of(model.id) }),
      ),
      limits: {
        maxPromptLength,
        maxModelsPerJob,
        maxImagesPerModel: parameterRanges.imagesPerModel.max,
        bodyBytes: maxBodyBytes,
        ...(deps.exportPartBytes !== undefined && { exportPartBytes: deps.exportPartBytes }),
      },
      enhance: { source: deps.enhancer.source },
      ...(deps.gallery === 'shared' && { gallery: deps.gallery }),
      ...(c.var.session && { session: c.var.session }),
    } satisfies ModelsReply)
  })

/** Showing spends nothing: where the switches cannot be read, the models are shown as configured. */
function readSwitches({ accounts, log }: Pick<AppDeps, 'accounts' | 'log'>): Promise<ReadonlyMap<string, unknown>> {
  return accounts.switches.off().catch((error: unknown) => {
    log.warn({ err: error }, 'models are shown as if none were switched off')
    return new Map()
  })
}

function toModel(
  { lane: _, generate: __, ...shown }: ImageModel,
  { off, usualMs }: { off: boolean; usualMs: number | undefined },
): Model {
  return {
    ...shown,
    ...(shown.enabled && off && { enabled: false, switchedOff: true as const }),
    ...(usualMs !== undefined && { usualMs }),
  }
}
