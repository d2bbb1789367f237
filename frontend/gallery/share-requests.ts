import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { type CreateShareRequest, Share, SharesReply } from '../../contract/share.ts'
import { ask } from '../api.ts'

/** The living links to a run, newest first. */
export const sharesOf = (jobId: string) =>
  queryOptions({
    queryKey: ['shares', jobId],
    queryFn: ({ signal }) => ask(SharesReply, `/api/shares?job=${jobId}`, { signal }),
    staleTime: 0,
  })

export const createShare = (request: CreateShareRequest) => ask(Share, '/api/shares', { body: request })
export const revokeShare = (id: string) => ask(z.undefined(), `/api/shares/${id}`, { method: 'DELETE' })
