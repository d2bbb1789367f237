import { Hono } from 'hono'
import { SwitchRequest, type SwitchesReply } from '../../contract/operator.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { invalid } from './parse-input.ts'
import { readJson } from './read-json.ts'

export const switches = ({ accounts, models }: Pick<AppDeps, 'accounts' | 'models'>) => {
  const usable = models.filter(({ enabled }) => enabled)

  const standing = async (): Promise<SwitchesReply> => {
    const off = await accounts.switches.off()
    return {
      switches: usable.map(({ id, name }) => {
        const since = off.get(id)
        return since === undefined
          ? { model: id, name, on: true }
          : { model: id, name, on: false, offSince: new Date(since).toISOString() }
      }),
    }
  }

  return new Hono<ApiEnv>()
    .get('/api/switches', async (c) => {
      return answer(c, await standing())
    })
    .post('/api/switches', async (c) => {
      const { model, on } = await readJson(c, SwitchRequest)
      if (!usable.some(({ id }) => id === model)) {
        throw invalid([{ path: 'model', message: 'Is not a model that can be used here' }])
      }
      await accounts.switches.set(model, { on, at: accounts.now() })
      return answer(c, await standing())
    })
}
