import { GalleryReply } from '../../contract/gallery.ts'
import { hasEnded, Job, type Result } from '../../contract/job.ts'
import type { Besieged } from './besieged.ts'
import type { Visitor } from './visitor.ts'

/** `attempts`: all of all its models; undefined: it was deleted in mid-run, and what it came to cannot be read. */
export type Kept = { prompt: string; attempts: readonly Result[] | undefined }

export type Reading = { kept: Kept[]; lost: string[]; returned: string[]; endless: string[]; gone: string[] }

/** What a visitor finds of the runs that were acknowledged, when all is over. */
export async function readRuns(server: Besieged, visitor: Visitor): Promise<Reading> {
  const reading: Reading = { kept: [], lost: [], returned: [], endless: [], gone: [] }
  const listed = await listedOf(visitor)
  for (const { jobId, prompt, deleted } of visitor.runs) {
    const { status, body } = await visitor.get(`/api/gallery/${jobId}`)
    if (deleted) {
      if (status !== 404 || listed.has(jobId)) reading.returned.push(prompt)
      reading.kept.push({ prompt, attempts: deleted.record && attemptsOf(deleted.record) })
      continue
    }
    if (status !== 200 || !listed.has(jobId)) reading.lost.push(`${prompt}: ${status}`)
    if (status !== 200) continue
    const job = Job.parse(body)
    reading.kept.push({ prompt, attempts: attemptsOf(job) })
    reading.endless.push(...job.results.filter((result) => !hasEnded(result)).map(({ model }) => `${prompt}: ${model}`))
    for (const url of picturesOf(job)) if (!(await isThere(server.url + url))) reading.gone.push(`${prompt}: ${url}`)
  }
  return reading
}

async function listedOf({ get }: Visitor): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let cursor = ''; ;) {
    const { galleries, nextCursor } = GalleryReply.parse((await get(`/api/gallery/list?limit=100${cursor}`)).body)
    for (const { id } of galleries) ids.add(id)
    if (nextCursor === undefined) return ids
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`
  }
}

const attemptsOf = ({ attempts = [], results }: Job) => [...attempts, ...results]

const picturesOf = ({ results }: Job) =>
  results
    .flatMap((result) => (result.status === 'completed' ? result.images : []))
    .flatMap(({ url, thumbnailUrl }) => [url, thumbnailUrl])

async function isThere(url: string): Promise<boolean> {
  const response = await fetch(url)
  return response.status === 200 && (await response.arrayBuffer()).byteLength > 0
}
