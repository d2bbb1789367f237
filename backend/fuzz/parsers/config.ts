import * as fc from 'fast-check'
import { canonicalHost } from '../../api/own-host.ts'
import { readConfig } from '../../config.ts'
import { inRange, networkOf, parseAddress, parseAddressRange } from '../../ip-address.ts'
import { readModels } from '../../providers/registry.ts'
import { hostileText, mark } from '../hostile-text.ts'
import { hold } from '../judge.ts'
import { parser } from '../parser.ts'
import type { Property } from '../properties.ts'

const names = [
  'PORT',
  'HOST',
  'PUBLIC',
  'PUBLIC_URL',
  'VISITORS',
  'DATA_DIR',
  'LOG_LEVEL',
  'STATUS_HOLD_MS',
  'TASK_TIMEOUT_SECONDS',
  'PROVIDER_CONCURRENCY',
  'GLOBAL_LIMIT',
  'IP_LIMIT',
  'IP_INCLUDE',
  'TRUST_PROXY',
  'CORS_ORIGINS',
  'DAILY_BUDGET_USD',
  'MONTHLY_BUDGET_USD',
  'BUDGET_SHARDS',
  'EXPORT_PART_MB',
  'OPENAI_API_KEY',
  'GEMINI_API_KEY',
  'FAL_KEY',
  'BEDROCK_ENABLED',
  'AWS_REGION',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'PERM_NEGATIVE_PROMPT',
  'PROMPT_MODEL',
  'PROMPT_MODEL_INDEX',
  'PROMPT_MODEL_PROVIDER',
  'PROMPT_MODEL_BASE_URL',
  'PROMPT_MODEL_PRICE_USD',
  'MODERATION',
  'MODERATION_BASE_URL',
  'MODERATION_WHEN_DOWN',
  'ALLOW_RETIRED',
  'MODEL_COUNT',
  'MODEL_21_NAME',
  ...['NAME', 'PROVIDER', 'ID', 'BASE_URL', 'PRICE_USD', 'DAILY_USD'].flatMap((field) => [
    `MODEL_1_${field}`,
    `MODEL_2_${field}`,
  ]),
]
const words = [
  '1',
  '2',
  'off',
  'true',
  'one',
  'openai',
  'openai-compatible',
  'bedrock',
  'sdapi',
  'sketch',
  'dall-e-3',
  'flux',
  '0.04',
  '::1',
  'http://127.0.0.1:1/v1',
  'https://a.example',
  '10.0.0.0/8',
]
const setting = fc.oneof(fc.constantFrom(...words), hostileText)
const env = fc.dictionary(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: hostileText }),
  setting,
  {
    maxKeys: 12,
    noNullPrototype: true,
  },
)
const address = fc.oneof(fc.ipV4(), fc.ipV6(), fc.ipV4Extended(), hostileText)
const never = () => Promise.reject(new Error('Nothing is called'))

export const configProperties: Property[] = [
  parser('settings are taken, or every fault is told without a key', 4, fc.tuple(env, hostileText), ([given, rest]) => {
    const key = `sk-${mark}-${rest}`
    const { models, faults } = readConfig({ ...given, MODEL_1_KEY: key, MODEL_2_KEY: key })
    const registry = readModels(models, { connect: () => never, paint: never, now: () => 0, budgeted: false })
    const ids = registry.models.map(({ id }) => id)
    hold(new Set(ids).size === ids.length, `two models of one id: ${ids.join(', ')}`)
    hold(
      ids.every((id) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id) && id.length <= 80),
      `an id that is none: ${ids.join(', ')}`,
    )
    const told = [...faults, ...registry.faults, ...registry.notices]
    hold(!told.some((sentence) => sentence.includes(`sk-${mark}`)), 'a fault shows a key')
    hold(
      told.every((sentence) => sentence !== '' && !sentence.includes('\n')),
      `a fault of several lines: ${told.join(' | ')}`,
    )
  }),
  parser(
    'an address is known in every spelling, and is in its own range',
    2,
    fc.tuple(address, fc.integer({ min: -1, max: 130 })),
    ([text, bits]) => {
      const read = parseAddress(text)
      if (read !== undefined) {
        hold(parseAddress(read.toString())?.toString() === read.toString(), text)
        hold(networkOf(read).split('/').length <= 2, text)
      }
      const range = parseAddressRange(`${text}/${bits}`)
      if (read !== undefined && range !== undefined && range[0].kind() === read.kind()) hold(inRange(read, range), text)
    },
  ),
  parser('a host is spelt in one way', 2, fc.oneof(address, fc.domain(), fc.webAuthority()), (text) => {
    const host = canonicalHost(text)
    hold(host === undefined || canonicalHost(host) === host, `${text} is ${host}, then ${canonicalHost(host ?? '')}`)
  }),
]
