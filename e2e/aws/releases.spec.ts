import { cpSync, rmSync } from 'node:fs'
import { endedRun, startedRun, untilEnded } from '../api.ts'
import { expect } from '../fixtures.ts'
import { test } from './deployed.ts'
import { builtFolder } from './deployment.ts'

const onePicture = { prompt: 'a lighthouse', models: ['steady'] }

test('a release and the way back lose no run, not even one that is under way', async ({ deployment, provider }) => {
  const { url } = deployment
  const next = `${builtFolder}-next-${process.pid}`
  cpSync(builtFolder, next, { recursive: true })
  try {
    const before = await endedRun(url, onePicture)
    provider.behave('Steady', { kind: 'succeed', afterMs: 1000 })
    const during = await startedRun(url, onePicture)
    deployment.release(next)
    const after = await endedRun(url, onePicture)
    deployment.release(builtFolder)
    const last = await endedRun(url, onePicture)
    await untilEnded(url, during.jobId)
    for (const { jobId } of [before, during, after, last]) {
      const kept = await fetch(`${url}/api/gallery/${jobId}`)
      expect(await kept.json()).toMatchObject({ jobId, status: 'completed' })
    }
    const { galleries } = (await (await fetch(`${url}/api/gallery/list?limit=10`)).json()) as { galleries: unknown[] }
    expect(galleries).toHaveLength(4)
  } finally {
    rmSync(next, { recursive: true })
  }
})
