import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('the settings of the server', () => {
  test('need none to be written', () => {
    expect(readConfig({})).toEqual({
      config: {
        port: 3000,
        host: '127.0.0.1',
        visitors: 'one',
        dataDir: 'data',
        logLevel: 'info',
        statusHoldMs: 20_000,
        taskTimeoutMs: 180_000,
        providerConcurrency: 20,
        budgets: {},
        budgetShards: 1,
        limits: {},
        exempt: [],
        corsOrigins: [],
        gallery: 'private',
        public: false,
        passwords: {},
        proxies: 0,
      },
      models: { keys: {}, aws: { region: 'us-west-2' }, bedrock: false, allowRetired: [] },
      faults: [],
    })
  })

  test('are taken as written, with an empty one as if it were not there', () => {
    const { config, faults } = readConfig({
      PORT: ' 8080 ',
      HOST: '0.0.0.0',
      PUBLIC: 'true',
      PUBLIC_URL: 'https://Pictures.example.org',
      LOG_LEVEL: '',
      STATUS_HOLD_MS: '0',
      TASK_TIMEOUT_SECONDS: '30',
      PROVIDER_CONCURRENCY: '3',
      BUDGET_SHARDS: '12',
      DATA_DIR: '/srv/pictures',
    })
    expect(faults).toEqual([])
    expect(config).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      publicUrl: new URL('https://pictures.example.org'),
      visitors: 'many',
      logLevel: 'info',
      statusHoldMs: 0,
      taskTimeoutMs: 30_000,
      providerConcurrency: 3,
      budgetShards: 12,
      dataDir: '/srv/pictures',
    })
  })

  test('that are wrong are all told at once, the models too, and there is no config to start with', () => {
    const { config, faults } = readConfig({
      PORT: 'x',
      HOST: 'not a host',
      PUBLIC: 'yes',
      PUBLIC_URL: 'https://example.org/pictures',
      VISITORS: 'some',
      GALLERY: 'open',
      LOG_LEVEL: 'loud',
      STATUS_HOLD_MS: '1e9',
      TASK_TIMEOUT_SECONDS: '301',
      PROVIDER_CONCURRENCY: '0',
      GLOBAL_LIMIT: '-1',
      IP_LIMIT: 'none',
      IP_INCLUDE: '10.0.0.0/33, 127.1',
      TRUST_PROXY: 'true',
      CORS_ORIGINS: 'https://studio.example, *',
      EXPORT_PART_MB: '19',
      DAILY_BUDGET_USD: '-1',
      MONTHLY_BUDGET_USD: '1,000',
      MODEL_COUNT: 'many',
    })
    expect(config).toBeUndefined()
    expect(faults).toEqual([
      'PORT must be a whole number from 1 to 65535, but is "x"',
      'HOST must be a host name or an address, but is "not a host"',
      'PUBLIC must be true or false, but is "yes"',
      'PUBLIC_URL must be an address without a path, such as https://pictures.example.org, but is "https://example.org/pictures"',
      'VISITORS must be one or many, but is "some"',
      'GALLERY must be private or shared, but is "open"',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, but is "loud"',
      'STATUS_HOLD_MS must be a whole number from 0 to 60000, but is "1e9"',
      'TASK_TIMEOUT_SECONDS must be a whole number from 1 to 300, but is "301"',
      'PROVIDER_CONCURRENCY must be a whole number from 1 to 100, but is "0"',
      'GLOBAL_LIMIT must be a whole number from 0 to 100000000, or off, but is "-1"',
      'IP_LIMIT must be a whole number from 0 to 100000000, or off, but is "none"',
      'IP_INCLUDE must be addresses and ranges with commas between, such as 203.0.113.7, 2001:db8::/48, but is "10.0.0.0/33, 127.1"',
      'TRUST_PROXY must be a whole number from 0 to 9, but is "true"',
      'CORS_ORIGINS must be the addresses of other sites, without a path and with commas between, such as https://studio.example, but is "https://studio.example, *"',
      'DAILY_BUDGET_USD must be dollars with at most six decimals, such as 2.50, or off for no limit, but is "-1"',
      'MONTHLY_BUDGET_USD must be dollars with at most six decimals, such as 2.50, or off for no limit, but is "1,000"',
      'EXPORT_PART_MB must be a whole number from 20 to 100000, or off, but is "19"',
      'MODEL_COUNT must be a whole number from 1 to 20, but is "many"',
    ])
  })

  test('of models do not stop the start', () => {
    const { config, faults } = readConfig({ MODEL_COUNT: 'many' })
    expect(config).toBeDefined()
    expect(faults).toHaveLength(1)
  })
})

describe('the passwords', () => {
  const open = { HOST: '0.0.0.0', PUBLIC_URL: 'https://pictures.example.org' }

  test('open the server to other machines without PUBLIC, with the limits of a public one', () => {
    const { config, faults } = readConfig({ ...open, ACCESS_PASSWORD: 'let us all in' })
    expect(faults).toEqual([])
    expect(config).toMatchObject({
      visitors: 'many',
      public: true,
      limits: { perHour: 1000, perAddressDay: 50 },
      budgets: { dailyMicroUsd: 10_000_000 },
      passwords: { access: 'let us all in' },
    })
    expect(readConfig(open).faults).toHaveLength(2)
    expect(readConfig({ ...open, OPERATOR_PASSWORD: 'it is me who runs it' }).faults).toHaveLength(2)
  })

  test('may guard the one gallery of a server that others reach', () => {
    const one = { ...open, PUBLIC: 'true', VISITORS: 'one' }
    expect(readConfig({ ...one, ACCESS_PASSWORD: 'let us all in' }).config).toMatchObject({ visitors: 'one' })
    expect(readConfig(one).faults).toHaveLength(1)
  })

  test('that cannot be used are refused without being shown', () => {
    const { config, faults } = readConfig({ ACCESS_PASSWORD: 'short', OPERATOR_PASSWORD: 'x'.repeat(201) })
    expect(config).toBeUndefined()
    expect(faults).toEqual([
      'ACCESS_PASSWORD must have from 10 to 200 characters',
      'OPERATOR_PASSWORD must have from 10 to 200 characters',
    ])
    expect(readConfig({ ACCESS_PASSWORD: 'one for both', OPERATOR_PASSWORD: 'one for both' }).faults).toEqual([
      'ACCESS_PASSWORD and OPERATOR_PASSWORD are the same: every visitor would be the operator',
    ])
  })
})

test('an export comes as one, or in parts of so many megabytes', () => {
  const partOf = (env: Record<string, string>) => readConfig(env).config?.exportPartBytes
  expect(partOf({ EXPORT_PART_MB: '20' })).toBe(20_000_000)
  expect(partOf({ EXPORT_PART_MB: 'off' })).toBeUndefined()
})

test('moderation needs a key, or is on this machine', () => {
  const moderation = (env: Record<string, string>) => readConfig({ MODERATION: 'openai', ...env })
  expect(moderation({}).faults).toEqual([expect.stringContaining('neither MODERATION_KEY nor OPENAI_API_KEY')])
  expect(moderation({ OPENAI_API_KEY: 'k' }).config?.moderation).toEqual({
    key: 'k',
    baseUrl: 'https://api.openai.com/v1',
    whenDown: 'refuse',
  })
  const other = { MODERATION_KEY: 'm', OPENAI_API_KEY: 'k', MODERATION_WHEN_DOWN: 'allow' }
  expect(moderation(other).config?.moderation).toMatchObject({ key: 'm', whenDown: 'allow' })
  const own = { MODERATION_BASE_URL: 'http://127.0.0.1:9/v1/' }
  expect(moderation(own).config?.moderation?.baseUrl).toBe('http://127.0.0.1:9/v1')
  expect(readConfig({ OPENAI_API_KEY: 'k' }).config).not.toHaveProperty('moderation')
})

describe('how much may be asked', () => {
  const limitsOf = (env: Record<string, string>) => readConfig(env).config?.limits

  test('is not limited on this machine alone; where others reach it, unless that is switched off', () => {
    expect(limitsOf({})).toEqual({})
    expect(limitsOf({ PUBLIC: 'true' })).toEqual({ perHour: 1000, perAddressDay: 50 })
    expect(limitsOf({ PUBLIC: 'true', GLOBAL_LIMIT: 'off', IP_LIMIT: 'off' })).toEqual({})
  })

  test('is what was set; 0 is nothing', () => {
    expect(limitsOf({ GLOBAL_LIMIT: '0', IP_LIMIT: '7' })).toEqual({ perHour: 0, perAddressDay: 7 })
    expect(readConfig({ CORS_ORIGINS: 'https://Studio.example, http://localhost:5173' }).config).toMatchObject({
      corsOrigins: ['https://studio.example', 'http://localhost:5173'],
    })
    expect(readConfig({ TRUST_PROXY: '2', IP_INCLUDE: ' 10.0.0.0/8,, 2001:db8::1 ' }).config).toMatchObject({
      proxies: 2,
      exempt: [
        [{ octets: [10, 0, 0, 0] }, 8],
        [expect.anything(), 128],
      ],
    })
  })
})

describe('who can reach the server', () => {
  test.each(['0.0.0.0', '::', '192.168.1.5', 'pictures.example.org'])('HOST %s needs PUBLIC=true', (HOST) => {
    const { config, faults } = readConfig({ HOST })
    expect(config).toBeUndefined()
    expect(faults).toEqual([expect.stringMatching(/which other machines can reach.*PUBLIC=true/)])
    expect(readConfig({ HOST, PUBLIC: 'true' }).config).toMatchObject({ host: HOST, visitors: 'many' })
  })

  test.each(['127.0.0.1', '127.8.0.1', 'localhost', '::1', '[::1]'])('HOST %s is this machine', (HOST) => {
    expect(readConfig({ HOST }).config).toMatchObject({ visitors: 'one' })
  })

  test.each(['https://pictures.example.org', 'http://192.168.1.5:3000', 'https://[fd00::1]'])(
    'a PUBLIC_URL of %s needs PUBLIC=true, or everybody behind it would be one visitor',
    (PUBLIC_URL) => {
      const { config, faults } = readConfig({ PUBLIC_URL })
      expect(config).toBeUndefined()
      expect(faults).toEqual([expect.stringMatching(/^PUBLIC_URL is .*PUBLIC=true/)])
      expect(readConfig({ PUBLIC_URL, PUBLIC: 'true' }).config).toMatchObject({ visitors: 'many' })
    },
  )

  test.each(['https://localhost:8443', 'http://pictures.localhost', 'http://127.0.0.1:8080', 'http://[::1]:8080'])(
    'a PUBLIC_URL of %s is this machine',
    (PUBLIC_URL) => {
      expect(readConfig({ PUBLIC_URL }).config).toMatchObject({ visitors: 'one' })
    },
  )

  test('a public server behind a proxy gives each browser a visitor of its own, and refuses to share one', () => {
    expect(readConfig({ PUBLIC: 'true' }).config).toMatchObject({ host: '127.0.0.1', visitors: 'many' })
    expect(readConfig({ PUBLIC: 'true', VISITORS: 'one' })).toMatchObject({
      config: undefined,
      faults: [expect.stringContaining('VISITORS')],
    })
  })
})

describe('budgets', () => {
  const budgets = (env: Record<string, string>) => readConfig(env).config?.budgets

  test('are there on a public server alone, unless they are set', () => {
    expect(budgets({})).toEqual({})
    expect(budgets({ VISITORS: 'many' })).toEqual({})
    expect(budgets({ PUBLIC: 'true' })).toEqual({ dailyMicroUsd: 10_000_000 })
  })

  test.each([
    ['0', { dailyMicroUsd: 0 }],
    ['0.000001', { dailyMicroUsd: 1 }],
    ['2.5', { dailyMicroUsd: 2_500_000 }],
    ['100000', { dailyMicroUsd: 100_000_000_000 }],
    ['off', {}],
    ['OFF', {}],
  ])('are dollars to the micro-dollar, or off: %s', (DAILY_BUDGET_USD, expected) => {
    expect(budgets({ PUBLIC: 'true', DAILY_BUDGET_USD })).toEqual(expected)
    expect(budgets({ PUBLIC: 'true', MONTHLY_BUDGET_USD: DAILY_BUDGET_USD, DAILY_BUDGET_USD })).toEqual(
      'dailyMicroUsd' in expected ? { ...expected, monthlyMicroUsd: expected.dailyMicroUsd } : {},
    )
  })

  test.each(['1e3', '$5', '5 USD', '0.0000001', 'none', '12345678'])(
    'that are %s do not let the server start',
    (text) => {
      const { config, faults } = readConfig({ MONTHLY_BUDGET_USD: text })
      expect(config).toBeUndefined()
      expect(faults).toEqual([expect.stringMatching(/^MONTHLY_BUDGET_USD must be dollars/u)])
    },
  )
})

test('.env.example names every variable that is read, and no other', () => {
  const read = new Set<string>()
  readConfig(
    new Proxy<Record<string, string>>(
      { MODEL_COUNT: '1', MODEL_1_NAME: 'gpt-image-2' },
      {
        get(target, name) {
          if (typeof name === 'string') read.add(name.replace(/^MODEL_\d+_/u, 'MODEL_1_'))
          return target[String(name)] ?? ''
        },
      },
    ),
  )
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n')
  const written = lines.flatMap((line) => /^# ?([A-Z0-9_]+)=/u.exec(line)?.[1] ?? [])
  const known = [...read]
  expect(new Set(written)).toEqual(new Set(known))
  expect(written).toHaveLength(known.length)
  expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([])
})
