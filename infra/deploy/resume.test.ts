import { expect, test } from 'vitest'
import { AwsError } from '../emulators/fake-aws.ts'
import { imagesBucket, pageOf, testDeploy, type TestDeploy, webBucket } from './test-deploy.ts'

test('killed after any line it says, it goes on where it stopped and ends as if it had not been', async () => {
  const tested = await testDeploy()
  let kills = 0
  for (let lines = 1; ; lines += 1) {
    wantAnew(tested, `v${lines}`)
    tested.here.killAfterLines = lines
    const killed = await tested.deploy('--yes').then(
      () => false,
      () => true,
    )
    tested.here.killAfterLines = Number.POSITIVE_INFINITY
    expect(await tested.deploy('--yes')).toBe(0)
    await expectAllOf(tested, `v${lines}`)
    if (!killed) break
    kills += 1
  }
  expect(kills).toBeGreaterThan(10)
}, 60_000)

test.each([
  ['ExecuteChangeSet', 'its beginning'],
  ['PutSecretValue', 'the stack'],
  ['UpdateFunctionConfiguration', 'the settings'],
  ['CreateInvalidation', 'the page'],
])('when AWS refuses %s, the next try says after what it stopped', async (action, after) => {
  const tested = await testDeploy()
  const { answers, deploy, said } = tested
  wantAnew(tested, 'one')
  await deploy('--yes')
  wantAnew(tested, 'two')
  const answered = answers[action]!
  answers[action] = () => {
    throw new AwsError('AccessDenied', 'not authorized')
  }
  expect(await deploy('--yes')).toBe(1)
  expect(said.at(-1)).toMatch(/AccessDenied.*goes on where it stopped/u)

  answers[action] = answered
  expect(await deploy('--yes')).toBe(0)
  expect(said.join('\n')).toContain(`stopped after ${after}`)
  await expectAllOf(tested, 'two')
})

function wantAnew({ here }: TestDeploy, version: string): void {
  here.template = `template ${version}`
  here.production = `PERM_NEGATIVE_PROMPT=${version}\n`
  here.page = pageOf(version)
}

async function expectAllOf({ account, keys, read }: TestDeploy, version: string): Promise<void> {
  expect(account.stack?.template).toBe(`template ${version}`)
  expect(JSON.parse(account.secret.json)).toEqual({ PERM_NEGATIVE_PROMPT: version })
  expect([...account.functions.values()].map((env) => env['SETTINGS_VERSION'])).toEqual(
    Array.from({ length: 4 }, () => account.secret.version),
  )
  expect(await read(webBucket, 'index.html')).toContain(`index-${version}.js`)
  const { id } = JSON.parse((await read(imagesBucket, 'releases/current.json'))!)
  const release = JSON.parse((await read(imagesBucket, `releases/${id}/release.json`))!)
  expect(release.template).toBe(`template ${version}`)
  expect(release.page[0].key).toBe(`assets/index-${version}.js`)
  expect(await keys(imagesBucket)).not.toContain('releases/unfinished.json')
}
