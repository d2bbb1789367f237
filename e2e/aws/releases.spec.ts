import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import packageJson from '../../package.json' with { type: 'json' }
import { lambdaFunctions } from '../../infra/lambda-functions.ts'
import { HealthReply } from '../../contract/health.ts'
import { endedRun, startedRun, untilEnded } from '../api.ts'
import { expect } from '../fixtures.ts'
import { test } from './deployed.ts'
import { builtFolder } from './deployment.ts'

const onePicture = { prompt: 'a lighthouse', models: ['steady'] }

test('a release and the way back lose no run, not even one that is under way', async ({ deployment, provider }) => {
  const { url } = deployment
  const next = `${builtFolder}-next-${process.pid}`
  makeNext(next)
  try {
    const before = await endedRun(url, onePicture)
    provider.behave('Steady', { kind: 'succeed', afterMs: 1000 })
    const during = await startedRun(url, onePicture)
    deployment.release(next)
    expect(await versionOf(url)).toBe('9.9.9')
    const after = await endedRun(url, onePicture)
    await deployment.sweep()
    for (const name of ['api', 'worker', 'sweeper'] as const)
      expect(deployment.functions[name].output()).toContain(`${name} of 9.9.9`)
    deployment.release(builtFolder)
    expect(await versionOf(url)).toBe(packageJson.version)
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

/** The same functions, of another version, which each tells when it starts. */
function makeNext(folder: string): void {
  cpSync(builtFolder, folder, { recursive: true })
  for (const name of lambdaFunctions)
    appendFileSync(join(folder, name, 'index.mjs'), `\nconsole.log('${name} of 9.9.9')`)
  const api = join(folder, 'api')
  for (const name of readdirSync(api).filter((file) => file.endsWith('.mjs'))) {
    const path = join(api, name)
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(`"${packageJson.version}"`, '"9.9.9"'))
  }
}

async function versionOf(url: string): Promise<string> {
  return HealthReply.parse(await (await fetch(`${url}/api/health`)).json()).version
}
