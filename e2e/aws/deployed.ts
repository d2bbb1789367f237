import { priced } from '../priced.ts'
import { type Deployment, startDeployment } from './deployment.ts'

/** The deployed product with a model that costs money, and all that can be done to what it stands on. */
export const test = priced.extend<{ deployment: Deployment }>({
  prices: { Steady: '0.04' },
  deployment: async ({ env }, provide) => {
    const deployment = await startDeployment(env)
    await provide(deployment)
    await deployment.dispose()
  },
  server: async ({ deployment, context }, provide) => {
    await provide(deployment)
    await Promise.all(context.pages().map((page) => page.close()))
  },
})
