import { Hono } from 'hono'
import { EnhanceRequest } from '../../contract/enhance.ts'
import { spend } from '../accounts/spend.ts'
import { refuseBlocked, refuseBlockedRewrite } from '../safety/refuse-blocked.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { readJson } from './read-json.ts'
import { withTurn } from './with-turn.ts'

export const enhance = (deps: AppDeps) => {
  const { accounts, enhance: rewrite, enhanceMicroUsd } = deps
  return new Hono<ApiEnv>().post('/api/enhance', async (c) => {
    const { prompt } = await readJson(c, EnhanceRequest)
    refuseBlocked({ prompt })
    const price = { what: 'enhance', name: 'Enhance', microUsd: enhanceMicroUsd }
    const work = () => spend(accounts, price, () => rewrite(prompt))
    const rewritten = await withTurn(c, deps, 'enhance', work)
    refuseBlockedRewrite([rewritten.short, rewritten.long])
    return answer(c, rewritten)
  })
}
