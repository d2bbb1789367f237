import { Hono } from 'hono'
import { spendReport } from '../accounts/spend-report.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'

export const spend = ({ accounts, models }: Pick<AppDeps, 'accounts' | 'models'>) =>
  new Hono<ApiEnv>().get('/api/spend', async (c) => {
    const at = accounts.now()
    return answer(c, spendReport(await accounts.ledger.spend(at), { at, budgets: accounts.budgets, models }))
  })
