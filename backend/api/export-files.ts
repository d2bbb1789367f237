import type { Job } from '../../contract/job.ts'
import { toJob } from '../jobs/job-view.ts'
import { imageKey, type ImageStore } from '../storage/storage.ts'
import type { ExportedRun } from './exported-runs.ts'

export type ExportedFile = { name: string; input: string | Uint8Array<ArrayBuffer>; lastModified: Date }

/** `next`: its address; absent in the last. */
export type PartOfMany = { number: number; next?: string }

/**
 * Of each run a folder with `run.json` (as `GET /api/gallery/:id` tells it) and its pictures, as they were painted. Read as it is
 * asked for, so that a gallery of any size needs the memory of one picture.
 */
export async function* exportFiles(
  images: Pick<ImageStore, 'read'>,
  runs: AsyncIterable<ExportedRun> | Iterable<ExportedRun>,
  { at, part }: { at: number; part?: PartOfMany },
): AsyncGenerator<ExportedFile> {
  yield {
    name: 'read-me.txt',
    input: part ? readMeOf(part, at) : `These are all your runs${readMe}`,
    lastModified: new Date(at),
  }
  for await (const run of runs) yield* filesOfRun(images, run)
}

async function* filesOfRun(
  images: Pick<ImageStore, 'read'>,
  { record, pictures }: ExportedRun,
): AsyncGenerator<ExportedFile> {
  const job = toJob(record, { usualMs: () => undefined, withAttempts: true })
  const folder = folderOf(job)
  const lastModified = new Date(record.updatedAt)
  yield { name: `${folder}/run.json`, input: `${JSON.stringify(job, null, 2)}\n`, lastModified }
  for (const { model, image, kept } of pictures) {
    const key = imageKey(record.jobId, kept)
    const read = await images.read(key)
    // Deleted meanwhile, or lost: the rest is no worse for it.
    if (read === undefined) continue
    const extension = key.split('.').at(-1)
    yield { name: `${folder}/${model}-${image + 1}.${extension}`, input: read.bytes, lastModified }
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

const readMe = `, each in a folder: run.json tells what was asked and what came of it, as the API does
(the server's /api/docs describes every field); beside it are the pictures, named by model, as they were painted.
Money is in millionths of a dollar, times are UTC.
`

const readMeOf = ({ number, next }: PartOfMany, at: number) => `This is part ${number} of all that is yours, ${
  next === undefined
    ? 'and the last.'
    : `and there is more. The next part is at this server under
${next}`
}

These are some of your runs${readMe}
All parts can be unpacked in one place. A run that is larger than a part is in several, in folders of one name.
What was painted after ${new Date(at).toISOString()} is in none of them.
`
