/** One numbered model as the environment writes it, well formed but not yet matched with the catalogue. */
export type ModelSlot = {
  number: number
  name: string
  key?: string
  provider?: string
  id?: string
  /** Without a slash at its end. */
  baseUrl?: string
  /** Of one image. */
  priceMicroUsd?: number
  /** What may be spent on it a UTC day; absent: no limit of its own. */
  dailyMicroUsd?: number
}

export type ModelSettings = {
  /** Absent: no model is numbered, so that the standard keys and the sketch painters are there. */
  slots?: ModelSlot[]
  /** The standard keys that are set, by the provider's id. */
  keys: Readonly<Record<string, string>>
  /** How models of Bedrock are reached. */
  aws: AwsSettings
  /** Whether Bedrock's models are there without a number. */
  bedrock: boolean
  /** Joined to every negative prompt, where a model takes one. */
  permanentNegative?: string
  /** Names of retired models that may be tried all the same. */
  allowRetired: string[]
}

/** Either an API key of Bedrock, or the two parts of an access key, or neither. */
type AwsSettings = {
  region: string
  bearer?: string
  accessKeyId?: string
  secretAccessKey?: string
  sessionToken?: string
}

type Env = Readonly<Record<string, string | undefined>>

const maxModels = 20
const fields = ['NAME', 'KEY', 'PROVIDER', 'ID', 'BASE_URL', 'PRICE_USD', 'DAILY_USD'] as const

/** The variables under which people keep the keys of providers. */
export const standardKeys: Readonly<Record<string, string>> = {
  openai: 'OPENAI_API_KEY',
  google: 'GEMINI_API_KEY',
  vertex: 'GOOGLE_VERTEX_API_KEY',
  stability: 'STABILITY_API_KEY',
  bfl: 'BFL_API_KEY',
  recraft: 'RECRAFT_API_KEY',
  xai: 'XAI_API_KEY',
  luma: 'LUMA_API_KEY',
  fal: 'FAL_KEY',
  replicate: 'REPLICATE_API_TOKEN',
  together: 'TOGETHER_API_KEY',
  fireworks: 'FIREWORKS_API_KEY',
  deepinfra: 'DEEPINFRA_API_KEY',
}

/** Where Stability's models of Bedrock are. */
const usualRegion = 'us-west-2'

/** Reads every variable that is about models. `faults` are sentences; a slot with a fault of its own is left out. */
export function readModelSettings(env: Env): { settings: ModelSettings; faults: string[] } {
  const faults = misspelt(env)
  const numbers = numberedModels(env)
  const count = value(env, 'MODEL_COUNT')
  const permanentNegative = readNegative(env, faults)
  const settings: ModelSettings = {
    keys: readKeys(env),
    aws: readAws(env),
    bedrock: readBedrock(env, faults),
    allowRetired: list(value(env, 'ALLOW_RETIRED')),
    ...(permanentNegative !== undefined && { permanentNegative }),
  }
  if (count === undefined && numbers.length === 0) return { settings, faults }

  const wanted = wantedNumbers(count, numbers, faults)
  settings.slots = wanted.flatMap((number) => readSlot(env, number, faults) ?? [])
  return { settings, faults }
}

const readKeys = (env: Env): Record<string, string> =>
  Object.fromEntries(
    Object.entries(standardKeys).flatMap(([provider, name]) => {
      const key = value(env, name)
      return key === undefined ? [] : [[provider, key]]
    }),
  )

function readAws(env: Env): AwsSettings {
  const bearer = value(env, 'AWS_BEARER_TOKEN_BEDROCK')
  const accessKeyId = value(env, 'AWS_ACCESS_KEY_ID')
  const secretAccessKey = value(env, 'AWS_SECRET_ACCESS_KEY')
  const sessionToken = value(env, 'AWS_SESSION_TOKEN')
  return {
    region: value(env, 'AWS_REGION') ?? value(env, 'AWS_DEFAULT_REGION') ?? usualRegion,
    ...(bearer !== undefined && { bearer }),
    ...(accessKeyId !== undefined && { accessKeyId }),
    ...(secretAccessKey !== undefined && { secretAccessKey }),
    ...(sessionToken !== undefined && { sessionToken }),
  }
}

function readBedrock(env: Env, faults: string[]): boolean {
  const text = value(env, 'BEDROCK_ENABLED')
  if (text !== undefined && text !== 'true' && text !== 'false')
    faults.push(`BEDROCK_ENABLED must be true or false, but is ${quote(text)}`)
  return text === 'true'
}

function readNegative(env: Env, faults: string[]): string | undefined {
  const text = value(env, 'PERM_NEGATIVE_PROMPT')
  if (text === undefined || (text.length <= longestNegative && !/\p{C}/u.test(text))) return text
  faults.push(`PERM_NEGATIVE_PROMPT must be at most ${longestNegative} printable characters, so it is left out`)
  return undefined
}

const longestNegative = 500

/** Empty means not set, as container tools pass on variables that have no value. */
export function value(env: Env, name: string): string | undefined {
  const text = env[name]?.trim()
  return text === '' ? undefined : text
}

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

function misspelt(env: Env): string[] {
  const known = new RegExp(`^MODEL_(?:COUNT|(?:[1-9]|1\\d|20)_(?:${fields.join('|')}))$`, 'u')
  return Object.keys(env)
    .filter((name) => name.startsWith('MODEL_') && !known.test(name) && value(env, name) !== undefined)
    .map(
      (name) =>
        `${name} is not a setting: there are MODEL_COUNT and, for n from 1 to 20, MODEL_n_${fields.join(', MODEL_n_')}`,
    )
}

const numberedModels = (env: Env): number[] =>
  Array.from({ length: maxModels }, (_, index) => index + 1).filter((number) =>
    fields.some((field) => value(env, `MODEL_${number}_${field}`) !== undefined),
  )

function wantedNumbers(text: string | undefined, numbers: number[], faults: string[]): number[] {
  if (text === undefined) {
    faults.push(`MODEL_COUNT is missing; with the models that are numbered it should be ${numbers.at(-1)}`)
    return numbers
  }
  const count = /^\d{1,2}$/u.test(text) ? Number(text) : 0
  if (count < 1 || count > maxModels) {
    faults.push(`MODEL_COUNT must be a whole number from 1 to ${maxModels}, but is ${quote(text)}`)
    return numbers
  }
  for (const number of numbers.filter((beyond) => beyond > count))
    faults.push(`MODEL_${number} is set, but MODEL_COUNT is ${count}, so that it is left out`)
  return Array.from({ length: count }, (_, index) => index + 1)
}

function readSlot(env: Env, number: number, faults: string[]): ModelSlot | undefined {
  const before = faults.length
  const read = (field: (typeof fields)[number]) => value(env, `MODEL_${number}_${field}`)
  const name = read('NAME')
  const address = read('BASE_URL')
  const price = read('PRICE_USD')
  const baseUrl = address === undefined ? undefined : parseBaseUrl(address)
  const priceMicroUsd = price === undefined ? undefined : parseMicroUsd(price)
  const budget = read('DAILY_USD')
  const dailyMicroUsd = budget === undefined ? 'off' : parseBudget(budget)
  const fault = (field: string, what: string) =>
    faults.push(`MODEL_${number}_${field} ${what}, so model ${number} is left out`)

  if (name === undefined) fault('NAME', 'is missing')
  else if (name.length > 80 || /\p{C}/u.test(name)) fault('NAME', 'must be at most 80 printable characters')
  if (address !== undefined && baseUrl === undefined)
    fault('BASE_URL', 'must be an http or https address without a user name, password, query or fragment')
  if (price !== undefined && priceMicroUsd === undefined)
    fault('PRICE_USD', `must be dollars with at most six decimals, such as 0.04, but is ${quote(price)}`)
  if (dailyMicroUsd === undefined) fault('DAILY_USD', `${budgetWords}, but is ${quote(budget ?? '')}`)
  if (name === undefined || faults.length > before) return undefined

  const key = read('KEY')
  const provider = read('PROVIDER')
  const id = read('ID')
  return {
    number,
    name,
    ...(key !== undefined && { key }),
    ...(provider !== undefined && { provider: provider.toLowerCase() }),
    ...(id !== undefined && { id }),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(priceMicroUsd !== undefined && { priceMicroUsd }),
    ...(typeof dailyMicroUsd === 'number' && { dailyMicroUsd }),
  }
}

/** A budget as the environment writes it: dollars, or `off` for no limit. Undefined: neither. */
export const parseBudget = (text: string): number | 'off' | undefined =>
  text.toLowerCase() === 'off' ? 'off' : parseMicroUsd(text)

export const budgetWords = 'must be dollars with at most six decimals, such as 2.50, or off for no limit'

export function parseBaseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, username, password, search, hash, origin, pathname } = new URL(text)
  if (!/^https?:$/u.test(protocol) || `${username}${password}${search}${hash}` !== '') return undefined
  return origin + pathname.replace(/\/+$/u, '')
}

/** By digits, never through a fraction: 1.005 dollars are 1,005,000 micro-dollars and not one less. */
export function parseMicroUsd(text: string): number | undefined {
  const [, dollars, decimals = ''] = /^(\d{1,6})(?:\.(\d{1,6})0*)?$/u.exec(text) ?? []
  return dollars === undefined ? undefined : Number(dollars) * 1_000_000 + Number(decimals.padEnd(6, '0'))
}

/** For a fault: what was written, short and in quotation marks. */
export const quote = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
