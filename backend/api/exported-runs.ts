import type { JobRecord, JobStore, KeptImage } from '../storage/storage.ts'
import type { ExportPlace, PicturePlace } from './export-place.ts'

export type ExportedPicture = PicturePlace & { model: string; kept: KeptImage }
/** A run; of one that is in several parts, what is in this one. `cursor`: of what is behind it. */
export type ExportedRun = { record: JobRecord; cursor: string; pictures: ExportedPicture[] }
type Deps = { jobs: Pick<JobStore, 'find' | 'list'>; now: () => number }

/** A visitor's own runs from one place to another, the newest first; read as they are asked for. Throws BadCursor. */
export async function* exportedRuns(deps: Deps, visitor: string, place: ExportPlace): AsyncGenerator<ExportedRun> {
  const { until } = place
  for await (const run of runsFrom(deps, visitor, place)) {
    if (until && run.cursor < until.cursor) return
    const end = run.cursor === until?.cursor ? until.rest : undefined
    yield end ? { ...run, pictures: run.pictures.filter((picture) => isBefore(picture, end)) } : run
  }
}

async function* runsFrom({ jobs, now }: Deps, visitor: string, { at, from }: ExportPlace): AsyncGenerator<ExportedRun> {
  // What has a time to come is of a clock that has been set back since.
  const isLater = (ms: number) => at < ms && ms <= now()
  if (from?.rest) {
    const { jobId, ...first } = from.rest
    const record = await jobs.find(jobId)
    const pictures = record?.visitor === visitor ? picturesOf(record, isLater) : []
    const left = pictures.filter((picture) => !isBefore(picture, first))
    if (record && left.length > 0) yield { record, cursor: from.cursor, pictures: left }
  }
  for (let cursor = from?.cursor, more = true; more;) {
    const page = await jobs.list({ visitor, limit: 50, ...(cursor !== undefined && { cursor }) })
    for (const { cursor: behind, ...record } of page.jobs) {
      if (!isLater(record.createdAt)) yield { record, cursor: behind, pictures: picturesOf(record, isLater) }
    }
    cursor = page.nextCursor
    more = cursor !== undefined
  }
}

const picturesOf = ({ tasks }: JobRecord, isLater: (ms: number) => boolean): ExportedPicture[] =>
  tasks.flatMap(({ model, progress }, task) =>
    progress.status === 'completed' && !isLater(progress.completedAt)
      ? progress.images.map((kept, image) => ({ model, task, image, kept }))
      : [],
  )

const isBefore = (one: PicturePlace, other: PicturePlace) =>
  one.task < other.task || (one.task === other.task && one.image < other.image)
