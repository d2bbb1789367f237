import { describe, expect, test } from 'vitest'
import { readModelSettings } from '../../model-settings.ts'
import { readPromptModel } from '../../prompt-model-settings.ts'
import { resolveLanguageModel } from './resolve-language-model.ts'

/** The model that an environment means, or the faults. */
function resolve(env: Record<string, string>, budgeted = false) {
  const { settings, faults } = readPromptModel(env)
  if (settings === undefined) return faults
  const found = resolveLanguageModel(settings, { models: readModelSettings(env).settings, budgeted })
  return 'fault' in found ? [found.fault] : found
}

describe('a language model', () => {
  test('is not there unless it is asked for', () => {
    expect(resolve({ OPENAI_API_KEY: 'k' })).toEqual([])
    expect(resolve({ PROMPT_MODEL_KEY: 'k' })).toEqual([expect.stringContaining('neither PROMPT_MODEL nor')])
  })

  test.each([
    ['gpt-6-sol', 'OPENAI_API_KEY', { speaks: 'openai', who: 'OpenAI', baseUrl: 'https://api.openai.com/v1' }],
    ['gemini-3.8-flash', 'GEMINI_API_KEY', { speaks: 'google', who: 'Google' }],
    ['grok-4.3', 'XAI_API_KEY', { speaks: 'openai-compatible', who: 'xAI', baseUrl: 'https://api.x.ai/v1' }],
    ['openai/gpt-oss-20b', 'GROQ_API_KEY', { who: 'Groq', baseUrl: 'https://api.groq.com/openai/v1' }],
  ])('%s is known by its name, and takes the key in %s', (PROMPT_MODEL, variable, expected) => {
    expect(resolve({ PROMPT_MODEL, [variable]: 'k' })).toMatchObject({ ...expected, id: PROMPT_MODEL, key: 'k' })
    expect(resolve({ PROMPT_MODEL })).toEqual([expect.stringContaining('PROMPT_MODEL_KEY is missing')])
  })

  test('of a numbered model takes its provider, key and address, and that provider’s usual language model', () => {
    const env = {
      MODEL_COUNT: '2',
      MODEL_1_NAME: 'gpt-image-2',
      MODEL_1_KEY: 'one',
      MODEL_2_NAME: 'Recraft v3',
      MODEL_2_KEY: 'two',
    }
    expect(resolve({ ...env, PROMPT_MODEL_INDEX: '1' })).toMatchObject({ id: 'gpt-6-luna', key: 'one', who: 'OpenAI' })
    expect(resolve({ ...env, PROMPT_MODEL_INDEX: '1', PROMPT_MODEL: 'gpt-6-sol' })).toMatchObject({ id: 'gpt-6-sol' })
    expect(resolve({ ...env, PROMPT_MODEL_INDEX: '2' })).toEqual([expect.stringContaining('no language model')])
    expect(resolve({ ...env, PROMPT_MODEL_INDEX: '9' })).toEqual([expect.stringContaining('no model of that number')])
    expect(resolve({ ...env, PROMPT_MODEL_INDEX: 'x' })).toEqual([expect.stringContaining('from 1 to 20')])
  })

  test('of a server of one’s own needs no key, costs nothing on this machine, and gets no standard key', () => {
    const own = { PROMPT_MODEL: 'qwen3', PROMPT_MODEL_BASE_URL: 'http://127.0.0.1:11434/v1/', OPENAI_API_KEY: 'k' }
    expect(resolve(own)).toEqual({
      speaks: 'openai-compatible',
      id: 'qwen3',
      baseUrl: 'http://127.0.0.1:11434/v1',
      who: 'qwen3',
      priceMicroUsd: 0,
    })
    expect(
      resolve({ PROMPT_MODEL_BASE_URL: 'http://127.0.0.1:1', PROMPT_MODEL: 'x', PROMPT_MODEL_PROVIDER: 'acme' }),
    ).toEqual([expect.stringContaining('PROMPT_MODEL_PROVIDER must say')])
    expect(resolve({ PROMPT_MODEL: 'qwen3' })).toEqual([expect.stringContaining('PROMPT_MODEL_PROVIDER must say')])
    expect(resolve({ ...own, PROMPT_MODEL_BASE_URL: 'ftp://x' })).toEqual([expect.stringContaining('must be an http')])
  })

  test('needs a price beside a budget', () => {
    const env = { PROMPT_MODEL: 'gpt-6-luna', OPENAI_API_KEY: 'k' }
    expect(resolve(env, true)).toEqual([expect.stringContaining('PROMPT_MODEL_PRICE_USD is missing')])
    expect(resolve({ ...env, PROMPT_MODEL_PRICE_USD: '0.0015' }, true)).toMatchObject({ priceMicroUsd: 1500 })
    expect(resolve({ ...env, PROMPT_MODEL_PRICE_USD: 'cheap' })).toEqual([expect.stringContaining('must be dollars')])
  })
})
