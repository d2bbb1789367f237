import { handle } from 'hono/aws-lambda'
import { openApp } from './aws/open-app.ts'

// Those who are shown pictures by a link ask another function, which may read them.
const notHere = () => Promise.reject(new Error('This function has no pictures'))

export const handler = handle(await openApp('Api', { card: notHere, plain: notHere }))
