import { makeZip } from 'client-zip'
import { Hono } from 'hono'
import { ExportQuery, type ExportPartsReply } from '../../contract/export.ts'
import { BadCursor } from '../storage/storage.ts'
import { answer } from './answer.ts'
import type { ApiContext, ApiEnv, AppDeps } from './app-deps.ts'
import { exportFiles, type PartOfMany } from './export-files.ts'
import { exportParts, hrefOf, type PlannedPart, toExportPart } from './export-parts.ts'
import { type ExportPlace, placeFrom, tokenOf } from './export-place.ts'
import { type ExportedRun, exportedRuns } from './exported-runs.ts'
import { invalid } from './parse-input.ts'
import { readQuery } from './read-query.ts'
import { visitorOf } from './visitor-of.ts'
import { withTurn } from './with-turn.ts'

/** Of a list of parts. Each fifty runs are a page of the list of runs. */
const atOnce = { parts: 10, runs: 500 }

type Deps = Pick<AppDeps, 'clients' | 'exportPartBytes' | 'jobDeps' | 'log' | 'rates'>

/** All that is the visitor's, as ZIPs that are made while they are sent: their length is not known before. */
export const exportAll = (deps: Deps) => {
  const { jobDeps, log, exportPartBytes } = deps
  return new Hono<ApiEnv>()
    .get('/api/export', async (c) => {
      const visitor = visitorOf(c)
      const { after } = readQuery(c, ExportQuery)
      const place = placeOf(after)
      const isWhole = after === undefined && exportPartBytes === undefined
      const runs = exportedRuns(jobDeps, visitor, isWhole ? { ...place, at: Infinity } : place)
      const begin = () => beginPart(runs, place, exportPartBytes).catch(refuseBadCursor)
      return zipped(c, place, await withTurn(c, deps, 'exports', begin))
    })
    .get('/api/export/parts', async (c) => {
      const visitor = visitorOf(c)
      const place = placeOf(readQuery(c, ExportQuery).after)
      const planned = exportParts(exportedRuns(jobDeps, visitor, place), { place, bound: exportPartBytes ?? Infinity })
      return answer(c, await listed(planned).catch(refuseBadCursor))
    })

  function placeOf(after: string | undefined): ExportPlace {
    if (after === undefined) return { number: 1, at: jobDeps.now() }
    return placeFrom(after) ?? refuse()
  }

  function zipped(c: ApiContext, place: ExportPlace, { runs, next }: Begun) {
    const { requestId } = c.var
    const part = partOfMany(place, next)
    const name = `pixel-prompt-${new Date(place.at).toISOString().slice(0, 10)}${part ? `-part-${part.number}` : ''}`
    const files = exportFiles(jobDeps.images, runs, { at: place.at, ...(part && { part }) })
    return c.body(makeZip(noting(files, requestId)), 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}.zip"`,
      'Cache-Control': 'no-store',
      ...(part?.next !== undefined && { Link: `<${part.next}>; rel="next"` }),
    })
  }

  // The answer has begun: all that can be done is to break it off, so that nobody takes half for the whole.
  async function* noting<T>(files: AsyncIterable<T>, requestId: string): AsyncGenerator<T> {
    try {
      yield* files
    } catch (err) {
      log.error({ err, requestId }, 'an export was broken off')
      throw err
    }
  }
}

type Begun = { runs: AsyncIterable<ExportedRun> | Iterable<ExportedRun>; next?: ExportPlace }

/** Reads the list before the answer begins, so that what is wrong can still be said: as far as the part goes, if it has a bound. */
async function beginPart(runs: AsyncGenerator<ExportedRun>, place: ExportPlace, bound?: number): Promise<Begun> {
  const { number, at, until } = place
  // One whose end was told is what is there, full or not.
  if (until) return { runs: await begun(runs), next: { number: number + 1, at, from: until } }
  if (bound === undefined) return { runs: await begun(runs) }
  for await (const part of exportParts(runs, { place, bound })) return part
  return { runs: [] }
}

async function begun(runs: AsyncGenerator<ExportedRun>): Promise<AsyncIterable<ExportedRun>> {
  const first = await runs.next()
  return (async function* () {
    if (first.done) return
    yield first.value
    yield* runs
  })()
}

/** Undefined when it is the whole. */
function partOfMany({ number }: ExportPlace, next: ExportPlace | undefined): PartOfMany | undefined {
  if (next !== undefined) return { number, next: hrefOf(next) }
  return number === 1 ? undefined : { number }
}

async function listed(planned: AsyncIterable<PlannedPart>): Promise<ExportPartsReply> {
  const parts = []
  let runs = 0
  for await (const part of planned) {
    parts.push(toExportPart(part))
    runs += part.runs.length
    const isEnough = parts.length === atOnce.parts || runs >= atOnce.runs
    if (isEnough && part.next) return { parts, nextAfter: tokenOf(part.next) }
  }
  return { parts }
}

function refuseBadCursor(error: unknown): never {
  if (error instanceof BadCursor) return refuse()
  throw error
}

function refuse(): never {
  throw invalid([{ path: 'after', message: 'Is not one that this server gave out' }])
}
