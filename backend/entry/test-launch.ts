import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { isRunning, Job } from '../../contract/job.ts'
import { freePort } from '../../e2e/server.ts'

export type Launched = {
  child: ChildProcess
  /** Settles when it has printed where the page is. */
  ready(): Promise<{ url: string; printed: string }>
  ended(): Promise<{ code: number | null; printed: string }>
}

/** A folder in which servers are started with the settings given and no others; all of it goes when the test is over. */
export function launcher() {
  const folder = mkdtempSync(join(tmpdir(), 'pixel-prompt-start-'))
  const dataDir = join(folder, 'data')
  const children: ChildProcess[] = []
  onTestFinished(async () => {
    for (const child of children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  })

  /** In that folder, so that no `.env` of this checkout is read. */
  async function launch(env: Record<string, string>, entry = 'local.ts'): Promise<Launched> {
    const own = { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: String(await freePort()), ...env }
    const file = fileURLToPath(new URL(entry, import.meta.url))
    const child = spawn(process.execPath, [file], { cwd: folder, env: own, stdio: ['ignore', 'pipe', 'pipe'] })
    children.push(child)
    return watch(child)
  }
  return { folder, dataDir, launch }
}

function watch(child: ReturnType<typeof spawn>): Launched {
  let printed = ''
  const seen = Promise.withResolvers<string>()
  const read = (chunk: Buffer) => {
    printed += chunk.toString()
    const url = /ready at (http:\S+)/u.exec(printed)?.[1]
    if (url !== undefined) seen.resolve(url)
  }
  child.stdout?.on('data', read)
  child.stderr?.on('data', read)
  const closed = once(child, 'close')
  return {
    child,
    async ready() {
      const ended = closed.then(() => Promise.reject(new Error(`The server ended:\n${printed}`)))
      const url = await Promise.race([seen.promise, ended])
      ended.catch(() => undefined)
      return { url, printed }
    },
    async ended() {
      await closed
      return { code: child.exitCode, printed }
    },
  }
}

/** The settings of a model that a server at `baseUrl` paints. */
export const slot = (number: number, name: string, baseUrl: string): Record<string, string> => ({
  [`MODEL_${number}_NAME`]: name,
  [`MODEL_${number}_PROVIDER`]: 'openai-compatible',
  [`MODEL_${number}_BASE_URL`]: baseUrl,
})

export async function generate(url: string, models?: string[]): Promise<Job> {
  const response = await fetch(`${url}/api/generate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ prompt: 'a red boat', ...(models && { models }) }),
  })
  expect(response.status).toBe(202)
  return Job.parse(await response.json())
}

export async function untilEnded(url: string, jobId: string): Promise<Job> {
  let job = Job.parse(await (await fetch(`${url}/api/status/${jobId}`)).json())
  while (isRunning(job)) {
    job = Job.parse(await (await fetch(`${url}/api/status/${jobId}?after=${job.version}`)).json())
  }
  return job
}
