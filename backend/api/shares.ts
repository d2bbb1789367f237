import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { RefusalError } from '../../contract/refusal.ts'
import {
  CreateShareRequest,
  maxSharesPerJob,
  type Share,
  ShareId,
  SharesQuery,
  type SharesReply,
} from '../../contract/share.ts'
import type { ShareRecord } from '../storage/shares.ts'
import { answer } from './answer.ts'
import type { ApiEnv, AppDeps } from './app-deps.ts'
import { findOwnJob } from './find-job.ts'
import { readJson } from './read-json.ts'
import { readQuery } from './read-query.ts'

type Deps = Pick<AppDeps, 'gallery' | 'jobDeps' | 'shares'>

/** Whoever may delete a job may show it to others. */
export const shares = (deps: Deps) => {
  const { shares: kept, jobDeps } = deps
  return new Hono<ApiEnv>()
    .get('/api/shares', async (c) => {
      const { jobId } = await findOwnJob(c, deps, readQuery(c, SharesQuery).job)
      const living = await kept.list(jobId, { now: jobDeps.now() })
      return answer(c, { shares: living.map(toShare) } satisfies SharesReply)
    })
    .post('/api/shares', async (c) => {
      const { jobId: wanted, hidePrompt = false, expiresInDays } = await readJson(c, CreateShareRequest)
      const { jobId } = await findOwnJob(c, deps, wanted)
      const createdAt = jobDeps.now()
      const share: ShareRecord = {
        shareId: randomBytes(20).toString('base64url'),
        jobId,
        createdAt,
        expiresAt: createdAt + expiresInDays * 86_400_000,
        promptHidden: hidePrompt,
      }
      if (await kept.create(share, { most: maxSharesPerJob })) return answer(c, toShare(share))
      throw new RefusalError('conflict', `This run has ${maxSharesPerJob} links, which is the most: revoke one first.`)
    })
    .delete('/api/shares/:shareId', async (c) => {
      const id = ShareId.safeParse(c.req.param('shareId'))
      const share = id.success ? await kept.find(id.data, { now: jobDeps.now() }) : undefined
      if (share === undefined) throw unknown()
      await findOwnJob(c, deps, share.jobId).catch((error: unknown) => {
        throw error instanceof RefusalError ? unknown() : error
      })
      if (!(await kept.revoke(share.shareId))) throw unknown()
      return c.body(null, 204, { 'Cache-Control': 'no-store' })
    })
}

const unknown = () => new RefusalError('not_found', 'This link does not exist, has expired or was revoked.')

const toShare = ({ shareId, jobId, createdAt, expiresAt, promptHidden }: ShareRecord): Share => ({
  id: shareId,
  jobId,
  url: `/s/${shareId}`,
  createdAt: new Date(createdAt).toISOString(),
  expiresAt: new Date(expiresAt).toISOString(),
  promptHidden,
})
