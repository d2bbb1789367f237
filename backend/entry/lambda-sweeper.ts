import type { Context } from 'aws-lambda'
import { engineDepsOf } from './aws/engine-deps.ts'
import { openAwsProduct } from './aws/open-product.ts'
import { sweepOnce } from './aws/sweep-once.ts'
import { reportMetrics } from './aws/report-metrics.ts'

const notHere = () => Promise.reject(new Error('This function calls no provider'))
const product = await openAwsProduct('Sweeper', { connect: () => notHere, paint: notHere })
const deps = engineDepsOf(product, notHere)

/** For what is under way when the time is over. */
const reserveMs = 15_000

export async function handler(_event: unknown, context: Context): Promise<void> {
  const until = Date.now() + context.getRemainingTimeInMillis() - reserveMs
  const { unsettled } = await sweepOnce(deps, product.storage.queue, { until })
  await reportMetrics(product, { unsettled, now: Date.now() })
}
