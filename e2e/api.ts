import { Job, isRunning } from '../contract/job.ts'
import { CreateTokenReply, type CreateTokenRequest } from '../contract/token.ts'

type Request = { prompt: string; models: string[]; parameters?: object }

/** Starts a run over the API. */
export async function startedRun(url: string, request: Request): Promise<Job> {
  const reply = await fetch(`${url}/api/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  return Job.parse(await reply.json())
}

export async function untilEnded(url: string, jobId: string): Promise<Job> {
  let job = Job.parse(await (await fetch(`${url}/api/status/${jobId}`)).json())
  while (isRunning(job)) {
    job = Job.parse(await (await fetch(`${url}/api/status/${jobId}?after=${job.version}`)).json())
  }
  return job
}

export const endedRun = async (url: string, request: Request): Promise<Job> =>
  untilEnded(url, (await startedRun(url, request)).jobId)

/** Of which the first picture must have come. */
export async function finishedRun(
  url: string,
  prompt: string,
  models: string[],
  parameters: object = {},
): Promise<{ id: string; image: string }> {
  const job = await endedRun(url, { prompt, models, parameters })
  const [result] = job.results
  if (result?.status !== 'completed') throw new Error(`The run ended as ${job.status}`)
  return { id: job.jobId, image: result.images[0]?.url ?? '' }
}

/** Makes a token where the operator is whoever asks, and answers with it. */
export async function createToken(url: string, request: CreateTokenRequest): Promise<string> {
  const reply = await fetch(`${url}/api/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  return CreateTokenReply.parse(await reply.json()).secret
}
