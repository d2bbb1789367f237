import { expect, test } from 'vitest'
import { testDeploy } from './test-deploy.ts'

const full = 'ACCESS_PASSWORD=a-long-password\nLOG_LEVEL=info\nOPENAI_API_KEY=sk-hidden\n'
const half = 'LOG_LEVEL=debug\n'

test('asks even with --yes before it takes settings out of the secret, and tells their names alone', async () => {
  const { account, deploy, here, said, writes } = await testDeploy()
  here.production = full
  expect(await deploy('--yes')).toBe(0)
  const before = writes().length
  here.production = half
  here.template = 'template two'

  expect(await deploy('--yes')).toBe(1)

  const text = said.join('\n')
  expect(text).toMatch(/would be taken out of it: ACCESS_PASSWORD, OPENAI_API_KEY\.\n.*everybody/u)
  expect(text).toContain('Nothing was changed')
  expect(text).not.toMatch(/sk-hidden|a-long-password/u)
  expect(writes().slice(before)).toEqual([])
  expect(account.stack?.template).toBe('template one')

  here.typed = ['yes']
  expect(await deploy('--yes')).toBe(0)
  expect(JSON.parse(account.secret.json)).toEqual({ LOG_LEVEL: 'debug' })
})

test('a dry run shows what would be taken out, and does not ask', async () => {
  const { deploy, here, said, writes } = await testDeploy()
  here.production = full
  await deploy('--yes')
  const before = writes().length
  here.production = half

  expect(await deploy('--dry-run')).toBe(0)

  expect(said.join('\n')).toMatch(
    /taken out of it: ACCESS_PASSWORD, OPENAI_API_KEY\.[\s\S]*would be asked for, with --yes too/u,
  )
  expect(said.join('\n')).not.toMatch(/sk-hidden|a-long-password|Type yes/u)
  expect(writes().slice(before)).toEqual([])
})

test('settings that are added or changed are not asked for', async () => {
  const { account, deploy, here } = await testDeploy()
  here.production = half
  await deploy('--yes')
  here.production = full
  expect(await deploy('--yes')).toBe(0)
  expect(JSON.parse(account.secret.json)).toMatchObject({ LOG_LEVEL: 'info', OPENAI_API_KEY: 'sk-hidden' })
})

test('asks before it writes over what cannot be read as settings', async () => {
  const { account, deploy, said } = await testDeploy()
  await deploy('--yes')
  account.secret = { json: '{"ACCESS_PASSWORD": a-long-password', version: 'by hand' }
  expect(await deploy('--yes')).toBe(1)
  expect(said.join('\n')).toContain('cannot be read as settings')
  expect(account.secret.version).toBe('by hand')
})
