import type { ExportPart } from '../../contract/export.ts'
import { type ExportPlace, type ListPlace, tokenOf } from './export-place.ts'
import type { ExportedPicture, ExportedRun } from './exported-runs.ts'

/** `next`: where the next one begins; absent in the last. */
export type PlannedPart = { place: ExportPlace; runs: ExportedRun[]; bytes: number; next?: ExportPlace }

/** Descriptions are beside the pictures: a hundred of the largest are 17 MB. And the plan of a part needs little memory. */
const mostRuns = 100

/**
 * Parts with at most `bound` bytes of pictures, but at least one picture or run, as far as they are asked for. A run is whole in
 * a part, unless it is larger than one: then it is in several.
 */
export async function* exportParts(
  runs: AsyncIterable<ExportedRun>,
  { place, bound }: { place: ExportPlace; bound: number },
): AsyncGenerator<PlannedPart> {
  let part: PlannedPart = { place, runs: [], bytes: 0 }
  for await (const run of runs) {
    for (let left: ExportedRun | undefined = run; left;) {
      const last = part.runs.at(-1)
      const isFull = part.runs.length === mostRuns || part.bytes + bytesOf(left.pictures) > bound
      if (last && isFull) {
        const next: ExportPlace = { number: part.place.number + 1, at: place.at, from: placeBehind(last, left) }
        yield { ...part, next }
        part = { place: next, runs: [], bytes: 0 }
      }
      const [taken, rest]: [ExportedRun, ExportedRun?] = divided(left, bound)
      part.runs.push(taken)
      part.bytes += bytesOf(taken.pictures)
      left = rest
    }
  }
  if (part.runs.length > 0) yield part
}

/**
 * With where it ends, so that each of a list is what it was when it was listed, and between two of them is nothing: whatever
 * is made, painted or deleted until they are fetched.
 */
export function toExportPart({ place, runs, bytes, next }: PlannedPart): ExportPart {
  const times = runs.map(({ record }) => record.createdAt)
  return {
    number: place.number,
    href: hrefOf({ ...place, ...(next?.from && { until: next.from }) }),
    runs: runs.length,
    images: runs.reduce((sum, { pictures }) => sum + pictures.length, 0),
    bytes,
    newestAt: new Date(Math.max(...times)).toISOString(),
    oldestAt: new Date(Math.min(...times)).toISOString(),
  }
}

export const hrefOf = (place: ExportPlace) => `/api/export?after=${tokenOf(place)}`

const bytesOf = (pictures: readonly ExportedPicture[]) => pictures.reduce((sum, { kept }) => sum + kept.bytes, 0)

/** `left`: the next run, or what did not fit of the last one. */
function placeBehind({ record, cursor }: ExportedRun, left: ExportedRun): ListPlace {
  const [picture] = left.pictures
  if (left.record.jobId !== record.jobId || !picture) return { cursor }
  return { cursor, rest: { jobId: record.jobId, task: picture.task, image: picture.image } }
}

/** What of a run goes into an empty part, and what does not. */
function divided(run: ExportedRun, bound: number): [ExportedRun, ExportedRun?] {
  let bytes = 0
  const end = run.pictures.findIndex(({ kept }, index) => (bytes += kept.bytes) > bound && index > 0)
  if (end === -1) return [run]
  return [
    { ...run, pictures: run.pictures.slice(0, end) },
    { ...run, pictures: run.pictures.slice(end) },
  ]
}
