import type { Context, SQSEvent } from 'aws-lambda'
import { inspectImage } from '../jobs/inspect-image.ts'
import { connectHere } from '../providers/adapter.ts'
import { engineDepsOf } from './aws/engine-deps.ts'
import { freshConnections } from './aws/fresh-connections.ts'
import { openAwsProduct } from './aws/open-product.ts'
import { runMessages } from './aws/run-messages.ts'
import { paint } from './image-worker.ts'

const connect = connectHere({ fetch: freshConnections(globalThis.fetch), now: Date.now })
const deps = engineDepsOf(await openAwsProduct('Worker', { connect, paint }), inspectImage)

export const handler = (event: SQSEvent, context: Context) =>
  runMessages(deps, event, { remainingMs: () => context.getRemainingTimeInMillis() })
