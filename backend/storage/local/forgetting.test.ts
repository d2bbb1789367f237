import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noon, sampleJob } from '../contract-suite/samples.ts'
import { openLocalStorage } from './open-local-storage.ts'
import { temporaryFolder } from './test-storage.ts'

test('the words of a removed job are nowhere in the database, free pages and search index included', async () => {
  const dataDir = temporaryFolder()
  const words = () => readFileSync(join(dataDir, 'pixel-prompt.db'), 'latin1').toLowerCase()
  const job = sampleJob({ prompt: 'a xylophonist on a tightrope' })
  const first = openLocalStorage({ dataDir })
  await first.jobs.create(job)
  for (let n = 0; n < 20; n++) await first.jobs.create(sampleJob({ prompt: `tight shoes ${n}`, createdAt: noon + n }))
  first.close()
  expect(words()).toContain('xylophonist')

  const second = openLocalStorage({ dataDir })
  await second.jobs.tombstone(job.jobId, { now: noon })
  await second.jobs.remove(job.jobId, { now: noon })
  second.close()
  expect(words()).not.toContain('ylophonis')
  expect(words()).not.toContain('tightrope')
  expect(words()).not.toContain(job.secret.toLowerCase())
})
