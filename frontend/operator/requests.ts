import { queryOptions } from '@tanstack/react-query'
import { ActivityReply, SpendReply, SwitchesReply, type SwitchRequest } from '../../contract/operator.ts'
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

/** Answers how all switches stand afterwards. */
export const setSwitch = (request: SwitchRequest) => ask(SwitchesReply, '/api/switches', { body: request })
