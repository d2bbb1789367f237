import { Hono } from 'hono'
import { type EnhanceReply, EnhanceRequest } from '../../contract/enhance.ts'
import { RefusalError } from '../../contract/refusal.ts'
import { spend } from '../accounts/spend.ts'
import { refuseBlocked, refuseBlockedRewrite } from '../safety/refuse-blocked.ts'
import { refuseFlagged } from '../safety/refuse-flagged.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { readJson } from './read-json.ts'
import { withTurn } from './with-turn.ts'

export const enhance = (deps: AppDeps) =>
  new Hono<ApiEnv>().post('/api/enhance', async (c) => {
    const { prompt } = await readJson(c, EnhanceRequest)
    refuseBlocked({ prompt })
    const rewritten = await withTurn(c, deps, 'enhance', async () => {
      await refuseFlagged(deps.moderation, [prompt])
      return deps.enhancer.known(prompt) ?? rewrite(deps, prompt)
    })
    refuseBlockedRewrite([rewritten.short, rewritten.long])
    return answer(c, rewritten)
  })

/** Paid through the ledger; where there is no money for it, rules rewrite. */
async function rewrite({ accounts, enhancer }: AppDeps, prompt: string): Promise<EnhanceReply> {
  const price = { what: 'enhance', name: 'Enhance', microUsd: enhancer.priceMicroUsd }
  const work = () => enhancer.enhance(prompt)
  try {
    return (await spend(accounts, price, work, (done) => done)).reply
  } catch (error) {
    const unpaid = error instanceof RefusalError && (error.code === 'budget_exhausted' || error.code === 'unavailable')
    if (!unpaid) throw error
    return enhancer.byRules(prompt, `${enhancer.source} was not asked: ${error.message}`)
  }
}
