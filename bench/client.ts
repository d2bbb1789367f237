import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning, Job } from '../contract/job.ts'
import { startServer, type Server } from '../e2e/server.ts'

/** The product under test, asked by address, so that no name is looked up. */
export async function startProduct(env: Record<string, string> = {}): Promise<Server> {
  const server = await startServer(env)
  return { ...server, url: server.url.replace('localhost', '127.0.0.1') }
}

export type Asking = { url: string; cookie?: string; token?: string }

/** An answer's JSON. Throws with the server's words when it is not 2xx. */
export async function ask(asking: Asking, path: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(asking.url + path, {
    ...init,
    headers: {
      ...(init.body !== undefined && { 'Content-Type': 'application/json' }),
      ...authOf(asking),
    },
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`)
  return JSON.parse(text)
}

/** What says as whom is asked. */
export const authOf = ({ cookie, token }: Asking): Record<string, string> => ({
  ...(cookie !== undefined && { Cookie: cookie }),
  ...(token !== undefined && { Authorization: `Bearer ${token}` }),
})

export const startJob = async (asking: Asking, request: { prompt: string; models?: string[] }): Promise<Job> =>
  Job.parse(await ask(asking, '/api/generate', { method: 'POST', body: JSON.stringify(request) }))

/** Follows a job by held requests, as the page does, until it has ended. */
export async function followJob(asking: Asking, job: Job): Promise<Job> {
  let now = job
  while (isRunning(now)) {
    now = Job.parse(await ask(asking, `/api/status/${now.jobId}?after=${now.version}`))
    // A server that does not hold requests must not be asked without end.
    if (isRunning(now)) await sleep(1)
  }
  return now
}

export function allCompleted({ results }: Job): boolean {
  return results.every(({ status }) => status === 'completed')
}

/** A cookie of its own, as a browser has it. */
export async function cookieOf(url: string): Promise<string> {
  const response = await fetch(`${url}/api/models`)
  await response.text()
  const [cookie] = response.headers.getSetCookie()
  if (cookie === undefined) throw new Error('The server gave no cookie')
  return cookie.split(';')[0]!
}

/** Milliseconds since 1970, with fractions, on the clock that the fake providers note theirs by. */
export const exactTime = (): number => performance.timeOrigin + performance.now()
