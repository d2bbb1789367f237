import { Job, isRunning } from '../contract/job.ts'

/** Starts a run over the API and waits until it has ended. */
export async function finishedRun(
  url: string,
  prompt: string,
  models: string[],
): Promise<{ id: string; image: string }> {
  const reply = await fetch(`${url}/api/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ prompt, models }),
  })
  let job = Job.parse(await reply.json())
  while (isRunning(job)) {
    job = Job.parse(await (await fetch(`${url}/api/status/${job.jobId}?after=${job.version}`)).json())
  }
  const [result] = job.results
  if (result?.status !== 'completed') throw new Error(`The run ended as ${job.status}`)
  return { id: job.jobId, image: result.images[0]?.url ?? '' }
}
