import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { ActivityReply, SpendReply, SwitchesReply, type SwitchRequest } from '../../contract/operator.ts'
import { CreateTokenReply, type CreateTokenRequest, TokensReply } from '../../contract/token.ts'
import { ask } from '../api.ts'

// Renewed by itself while the page is in sight. The first screen does not fetch these schemas, so they are not in api.ts.
const live = { refetchInterval: 10_000, staleTime: 0, refetchOnWindowFocus: true } as const

export const spendQuery = queryOptions({
  queryKey: ['operator', 'spend'],
  queryFn: ({ signal }) => ask(SpendReply, '/api/spend', { signal }),
  ...live,
})

export const switchesQuery = queryOptions({
  queryKey: ['operator', 'switches'],
  queryFn: ({ signal }) => ask(SwitchesReply, '/api/switches', { signal }),
  ...live,
})

export const activityQuery = queryOptions({
  queryKey: ['operator', 'activity'],
  queryFn: ({ signal }) => ask(ActivityReply, '/api/activity', { signal }),
  ...live,
})

export const tokensQuery = queryOptions({
  queryKey: ['operator', 'tokens'],
  queryFn: ({ signal }) => ask(TokensReply, '/api/tokens', { signal }),
  ...live,
})

export const createToken = (request: CreateTokenRequest) => ask(CreateTokenReply, '/api/tokens', { body: request })
export const revokeToken = (id: string) => ask(z.undefined(), `/api/tokens/${id}`, { method: 'DELETE' })

/** Answers how all switches stand afterwards. */
export const setSwitch = (request: SwitchRequest) => ask(SwitchesReply, '/api/switches', { body: request })
