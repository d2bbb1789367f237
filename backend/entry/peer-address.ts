import { getConnInfo } from '@hono/node-server/conninfo'
import type { ApiContext } from '../api/app-deps.ts'

/** Of the connection that a request came by. */
export const peerAddress = (c: ApiContext): string | undefined => getConnInfo(c).remote.address
