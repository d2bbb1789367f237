import { describe, expect, test } from 'vitest'
import { settingsOf } from './settings.ts'

const lambda = {
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'ASIA',
  AWS_SECRET_ACCESS_KEY: 's',
  AWS_SESSION_TOKEN: 't',
}

describe('settings of a deployment', () => {
  test('an empty secret is a public server with its limits, which paints sketches', () => {
    const { config, models } = settingsOf('{}', lambda)
    expect(config).toMatchObject({
      public: true,
      visitors: 'many',
      statusHoldMs: 3000,
      exportPartBytes: 150_000_000,
      budgets: { dailyMicroUsd: 10_000_000 },
      limits: { perHour: 1000, perAddressDay: 50 },
    })
    expect(models.slots).toBeUndefined()
  })

  test('what the secret says goes before what is usual', () => {
    const json = JSON.stringify({ DAILY_BUDGET_USD: '3', STATUS_HOLD_MS: '0', OPENAI_API_KEY: 'sk-1' })
    const { config, models } = settingsOf(json, lambda)
    expect(config).toMatchObject({ budgets: { dailyMicroUsd: 3_000_000 }, statusHoldMs: 0 })
    expect(models.keys['openai']).toBe('sk-1')
  })

  test('Bedrock is reached with the rights of the function, unless there are keys', () => {
    expect(settingsOf('{"BEDROCK_ENABLED":"true"}', lambda).models.aws).toMatchObject({
      region: 'eu-central-1',
      accessKeyId: 'ASIA',
      sessionToken: 't',
    })
  })

  test('no request is held longer than the HTTP API waits', () => {
    expect(settingsOf('{"STATUS_HOLD_MS":"60000"}', lambda).config.statusHoldMs).toBe(20_000)
  })

  test('a task may not take longer than a worker has', () => {
    expect(() => settingsOf('{"TASK_TIMEOUT_SECONDS":"300"}', lambda)).toThrow('TASK_TIMEOUT_SECONDS is at most 240')
  })

  test('a part of an export may not be larger than an answer can be, and an export not without parts', () => {
    expect(settingsOf('{"EXPORT_PART_MB":"180"}', lambda).config.exportPartBytes).toBe(180_000_000)
    for (const value of ['181', 'off'])
      expect(() => settingsOf(JSON.stringify({ EXPORT_PART_MB: value }), lambda)).toThrow(
        'EXPORT_PART_MB is from 20 to 180 on AWS',
      )
  })

  test('all that is wrong is told at once', () => {
    const json = JSON.stringify({ DAILY_BUDGET_USD: 'much', GLOBAL_LIMIT: '-1' })
    expect(() => settingsOf(json, lambda)).toThrow(
      /DAILY_BUDGET_USD[\s\S]*GLOBAL_LIMIT|GLOBAL_LIMIT[\s\S]*DAILY_BUDGET_USD/u,
    )
  })

  test.each(['sk-not-json', '["sk-1"]', '{"OPENAI_API_KEY":{"key":"sk-1"}}'])(
    '%s is refused without its words',
    (json) => {
      expect(() => settingsOf(json, lambda)).toThrow(/^(?!.*sk-).*write it with npm run deploy$/u)
    },
  )
})
