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

export const models = (deps: Pick<AppDeps, 'enhanceSource' | 'models' | 'usualTimes'>, visitors: Visitors) =>
  new Hono<ApiEnv>().get('/api/models', (c) => {
    greetVisitor(c, visitors)
    return answer(c, {
      models: deps.models.map((model) => toModel(model, deps.usualTimes.of(model.id))),
      limits: {
        maxPromptLength,
        maxModelsPerJob,
        maxImagesPerModel: parameterRanges.imagesPerModel.max,
        bodyBytes: maxBodyBytes,
      },
      enhance: { source: deps.enhanceSource },
    } satisfies ModelsReply)
  })

function toModel({ lane: _, generate: __, ...shown }: ImageModel, usualMs: number | undefined): Model {
  return { ...shown, ...(usualMs !== undefined && { usualMs }) }
}
