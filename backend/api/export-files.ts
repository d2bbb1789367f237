import type { Job } from '../../contract/job.ts'
import { toJob } from '../jobs/job-view.ts'
import { imageKey, type ImageStore, type JobRecord, type JobStore } from '../storage/storage.ts'

type Deps = { jobs: Pick<JobStore, 'list'>; images: Pick<ImageStore, 'read'> }
export type ExportedFile = { name: string; input: string | Uint8Array<ArrayBuffer>; lastModified: Date }

/**
 * All that is a visitor's, the newest first: of each run a folder with `run.json` (as `GET /api/gallery/:id` tells it) and its
 * pictures, as they were painted. Read as it is asked for, so that a gallery of any size needs the memory of one picture.
 */
export async function* exportFiles({ jobs, images }: Deps, visitor: string, at: number): AsyncGenerator<ExportedFile> {
  yield { name: 'read-me.txt', input: readMe, lastModified: new Date(at) }
  for (let cursor: string | undefined, more = true; more;) {
    const page = await jobs.list({ visitor, limit: 50, ...(cursor !== undefined && { cursor }) })
    for (const job of page.jobs) yield* filesOfJob(images, job)
    cursor = page.nextCursor
    more = cursor !== undefined
  }
}

async function* filesOfJob(images: Deps['images'], record: JobRecord): AsyncGenerator<ExportedFile> {
  const job = toJob(record, { usualMs: () => undefined, withAttempts: true })
  const folder = folderOf(job)
  const lastModified = new Date(record.updatedAt)
  yield { name: `${folder}/run.json`, input: `${JSON.stringify(job, null, 2)}\n`, lastModified }
  for (const { model, progress } of record.tasks) {
    if (progress.status !== 'completed') continue
    for (const [index, image] of progress.images.entries()) {
      const key = imageKey(record.jobId, image)
      const kept = await images.read(key)
      // Deleted meanwhile, or lost: the rest is no worse for it.
      if (kept === undefined) continue
      const extension = key.split('.').at(-1)
      yield { name: `${folder}/${model}-${index + 1}.${extension}`, input: kept.bytes, lastModified }
    }
  }
}

/** `2026-11-26 a-red-boat-on-a-lake uYk3…`: in the order of time, to be recognised, and never twice. */
function folderOf({ createdAt, prompt, jobId }: Job): string {
  const words = prompt
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
  const slug = Array.from(words)
    .slice(0, 40)
    .join('')
    .replaceAll(/^-+|-+$/gu, '')
  return `${createdAt.slice(0, 10)} ${slug === '' ? 'run' : slug} ${jobId}`
}

const readMe = `These are all your runs, each in a folder: run.json tells what was asked and what came of it, as the API does
(the server's /api/docs describes every field); beside it are the pictures, named by model, as they were painted.
Money is in millionths of a dollar, times are UTC.
`
