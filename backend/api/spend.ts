import { Hono } from 'hono'
import { spendReport } from '../accounts/spend-report.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { requireOperator } from './operator-of.ts'

export const spend = ({ accounts, models, visitors }: Pick<AppDeps, 'accounts' | 'models' | 'visitors'>) =>
  new Hono<ApiEnv>().get('/api/spend', async (c) => {
    requireOperator(c, visitors)
    const at = accounts.now()
    return answer(c, spendReport(await accounts.ledger.spend(at), { at, budgets: accounts.budgets, models }))
  })
