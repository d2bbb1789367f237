import { streamHandle } from 'hono/aws-lambda'
import { composeCard, plainImage } from '../jobs/make-share-pictures.ts'
import { openApp } from './aws/open-app.ts'

export const handler = streamHandle(await openApp('Files', { card: composeCard, plain: plainImage }))
