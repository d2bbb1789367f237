import * as z from 'zod/mini'
import { type AddressRange, parseAddressRange } from './ip-address.ts'
import { isLoopback } from './local-address.ts'
import { maxPasswordLength } from '../contract/session.ts'
import {
  budgetWords,
  type ModelSettings,
  parseBaseUrl,
  parseBudget,
  quote,
  readModelSettings,
  value,
} from './model-settings.ts'
import { type PromptModelSettings, readPromptModel } from './prompt-model-settings.ts'

/** The server's own settings; those of models are apart, since a bad model need not stop the start. */
export type Config = {
  port: number
  host: string
  /** Where visitors reach the server through a proxy. Its host is answered to; with https, cookies are Secure. */
  publicUrl?: URL
  /** `one`: everybody who reaches the server is the same visitor. */
  visitors: 'one' | 'many'
  dataDir: string
  logLevel: z.infer<typeof LogLevel>
  statusHoldMs: number
  taskTimeoutMs: number
  /** Simultaneous calls per lane. */
  providerConcurrency: number
  /** What may be spent in a UTC day and month; absent: no limit. */
  budgets: { dailyMicroUsd?: number; monthlyMicroUsd?: number }
  /** On AWS: into how many items of the table a day's money is split. */
  budgetShards: number
  /** Runs in a UTC hour, and in a UTC day from one address; absent: no limit. */
  limits: { perHour?: number; perAddressDay?: number }
  /** From here nothing is limited. */
  exempt: readonly AddressRange[]
  /** Whether others than this machine can reach the server. */
  public: boolean
  /** With `access` a visitor must log in first; with `operator` one can log in as the operator. */
  passwords: { access?: string; operator?: string }
  /** Of other sites, whose pages may ask with a token: `https://studio.example`. */
  corsOrigins: readonly string[]
  /** `shared`: every visitor sees what is made while it is. */
  gallery: 'private' | 'shared'
  /** An export comes in parts with as many bytes of pictures; absent: as one. */
  exportPartBytes?: number
  /** How many proxies of the operator's a request comes through. */
  proxies: number
  /** A provider's look at every prompt; absent: none. */
  moderation?: { key: string; baseUrl: string; whenDown: 'allow' | 'refuse' }
}

/**
 * Reads the environment once. `config` is missing when a setting of the server is wrong: it must not start then.
 * `faults` holds a sentence for everything that is wrong, the models' included.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): {
  config: Config | undefined
  models: ModelSettings
  /** Absent: rules rewrite prompts. */
  promptModel: PromptModelSettings | undefined
  faults: string[]
} {
  const models = readModelSettings(env)
  const promptModel = readPromptModel(env)
  const given = Object.fromEntries(Object.keys(Server.shape).map((name) => [name, value(env, name)]))
  const parsed = Server.safeParse(given)
  const wrong = new Map(parsed.error?.issues.map(({ path, message }) => [String(path[0]), message]))
  // What is right is looked at even beside what is wrong, so that every fault is told at once.
  const sound = Server.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))))
  const faults = [
    ...Array.from(wrong, ([name, message]) =>
      secrets.has(name) ? `${name} ${message}` : `${name} ${message}, but is ${quote(given[name] ?? '')}`,
    ),
    ...exposureFaults(sound),
    ...moderationFaults(sound, models.settings),
  ]
  return {
    config: faults.length === 0 ? toConfig(sound, models.settings) : undefined,
    models: models.settings,
    promptModel: promptModel.settings,
    faults: [...faults, ...models.faults, ...promptModel.faults],
  }
}

/** What is never shown, not even to say that it is wrong. */
const secrets = new Set(['ACCESS_PASSWORD', 'OPERATOR_PASSWORD', 'MODERATION_KEY'])

const LogLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
  error: 'must be one of fatal, error, warn, info, debug, trace, silent',
})

const whole = (min: number, max: number, message = `must be a whole number from ${min} to ${max}`) =>
  z.pipe(
    z.pipe(z.string().check(z.regex(/^\d{1,9}$/u, { error: message, abort: true })), z.transform(Number)),
    z.number().check(z.minimum(min, message), z.maximum(max, message)),
  )

// Longer than what everybody tries first; that guesses are counted does the rest.
const minPasswordLength = 10
const passwordWords = `must have from ${minPasswordLength} to ${maxPasswordLength} characters`
const password = z
  .string()
  .check(z.minLength(minPasswordLength, passwordWords), z.maxLength(maxPasswordLength, passwordWords))

const budget = z.pipe(
  z.string().check(z.refine((text: string) => parseBudget(text) !== undefined, budgetWords)),
  z.transform(parseBudget),
)

/** `off`: no limit. */
const limit = z.union([z.literal('off'), whole(0, 100_000_000)], {
  error: 'must be a whole number from 0 to 100000000, or off',
})

const megabyte = 1_000_000
const exportPartWords = 'must be a whole number from 20 to 100000, or off'
/** `off`: an export is one. */
const exportPart = z.union([z.literal('off'), whole(20, 100_000, exportPartWords)], { error: exportPartWords })

const addressRanges = z.pipe(
  z
    .string()
    .check(
      z.refine(
        (text: string) => listed(text).every((entry) => parseAddressRange(entry) !== undefined),
        'must be addresses and ranges with commas between, such as 203.0.113.7, 2001:db8::/48',
      ),
    ),
  z.transform((text: string) =>
    listed(text)
      .map(parseAddressRange)
      .filter((range) => range !== undefined),
  ),
)

const listed = (text: string) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && /^https?:$/u.test(url.protocol) && url.href === `${url.origin}/`
}

const origins = z.pipe(
  z
    .string()
    .check(
      z.refine(
        (text: string) => listed(text).every(isOrigin),
        'must be the addresses of other sites, without a path and with commas between, such as https://studio.example',
      ),
    ),
  z.transform((text: string) => listed(text).map((origin) => new URL(origin).origin)),
)

const baseAddress = z
  .string()
  .check(
    z.refine(
      (text: string) => parseBaseUrl(text) !== undefined,
      'must be an http or https address without a user name, password, query or fragment',
    ),
  )

const address = /^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[?[0-9a-f:]+\]?)$/iu

const Server = z.object({
  PORT: z._default(whole(1, 65_535), 3000),
  HOST: z._default(z.string().check(z.regex(address, 'must be a host name or an address')), '127.0.0.1'),
  PUBLIC: z._default(z.enum(['true', 'false'], { error: 'must be true or false' }), 'false'),
  PUBLIC_URL: z.optional(
    z.pipe(
      z.string().check(z.refine(isOrigin, 'must be an address without a path, such as https://pictures.example.org')),
      z.transform((text: string) => new URL(text)),
    ),
  ),
  ACCESS_PASSWORD: z.optional(password),
  OPERATOR_PASSWORD: z.optional(password),
  VISITORS: z.optional(z.enum(['one', 'many'], { error: 'must be one or many' })),
  GALLERY: z._default(z.enum(['private', 'shared'], { error: 'must be private or shared' }), 'private'),
  DATA_DIR: z._default(z.string(), 'data'),
  LOG_LEVEL: z._default(LogLevel, 'info'),
  STATUS_HOLD_MS: z._default(whole(0, 60_000), 20_000),
  // Node's fetch waits 300 seconds for an answer and no longer.
  TASK_TIMEOUT_SECONDS: z._default(whole(1, 300), 180),
  PROVIDER_CONCURRENCY: z._default(whole(1, 100), 20),
  GLOBAL_LIMIT: z.optional(limit),
  IP_LIMIT: z.optional(limit),
  IP_INCLUDE: z._default(addressRanges, []),
  TRUST_PROXY: z._default(whole(0, 9), 0),
  CORS_ORIGINS: z._default(origins, []),
  DAILY_BUDGET_USD: z.optional(budget),
  MONTHLY_BUDGET_USD: z.optional(budget),
  BUDGET_SHARDS: z._default(whole(1, 100), 1),
  EXPORT_PART_MB: z._default(exportPart, 'off'),
  MODERATION: z._default(z.enum(['off', 'openai'], { error: 'must be openai or off' }), 'off'),
  MODERATION_KEY: z.optional(z.string()),
  MODERATION_BASE_URL: z._default(baseAddress, 'https://api.openai.com/v1'),
  MODERATION_WHEN_DOWN: z._default(z.enum(['refuse', 'allow'], { error: 'must be refuse or allow' }), 'refuse'),
})
type Server = z.infer<typeof Server>

function exposureFaults({ HOST, PUBLIC, PUBLIC_URL, VISITORS, ACCESS_PASSWORD, OPERATOR_PASSWORD }: Server): string[] {
  const faults = []
  const isMeant = PUBLIC === 'true' || ACCESS_PASSWORD !== undefined
  if (!isLoopback(HOST) && !isMeant)
    faults.push(
      `HOST is ${quote(HOST)}, which other machines can reach: a HOST that is not loopback needs an ACCESS_PASSWORD or an explicit PUBLIC=true`,
    )
  if (PUBLIC_URL && !isLoopback(PUBLIC_URL.hostname) && !isMeant)
    faults.push(
      `PUBLIC_URL is ${quote(PUBLIC_URL.origin)}, under which other machines reach the server: a host that is not loopback needs an ACCESS_PASSWORD or an explicit PUBLIC=true`,
    )
  if (VISITORS === 'one' && PUBLIC === 'true' && ACCESS_PASSWORD === undefined)
    faults.push('VISITORS is "one", but PUBLIC is true: strangers would share one gallery; use VISITORS=many')
  if (ACCESS_PASSWORD !== undefined && ACCESS_PASSWORD === OPERATOR_PASSWORD)
    faults.push('ACCESS_PASSWORD and OPERATOR_PASSWORD are the same: every visitor would be the operator')
  return faults
}

function moderationFaults(
  { MODERATION, MODERATION_KEY, MODERATION_BASE_URL }: Server,
  { keys }: ModelSettings,
): string[] {
  const key = MODERATION_KEY ?? keys['openai']
  if (MODERATION === 'off' || key !== undefined || isLoopback(new URL(MODERATION_BASE_URL).hostname)) return []
  return ['MODERATION is openai, but there is neither MODERATION_KEY nor OPENAI_API_KEY']
}

const isExposed = ({ HOST, PUBLIC, PUBLIC_URL }: Server) =>
  PUBLIC === 'true' || !isLoopback(HOST) || (PUBLIC_URL !== undefined && !isLoopback(PUBLIC_URL.hostname))

const toConfig = (server: Server, { keys }: ModelSettings): Config => ({
  port: server.PORT,
  host: server.HOST.replace(/^\[|\]$/gu, ''),
  ...(server.PUBLIC_URL && { publicUrl: server.PUBLIC_URL }),
  visitors: server.VISITORS ?? (isExposed(server) ? 'many' : 'one'),
  dataDir: server.DATA_DIR,
  logLevel: server.LOG_LEVEL,
  statusHoldMs: server.STATUS_HOLD_MS,
  taskTimeoutMs: server.TASK_TIMEOUT_SECONDS * 1000,
  providerConcurrency: server.PROVIDER_CONCURRENCY,
  budgets: budgetsOf(server),
  budgetShards: server.BUDGET_SHARDS,
  limits: limitsOf(server),
  exempt: server.IP_INCLUDE,
  public: isExposed(server),
  passwords: {
    ...(server.ACCESS_PASSWORD !== undefined && { access: server.ACCESS_PASSWORD }),
    ...(server.OPERATOR_PASSWORD !== undefined && { operator: server.OPERATOR_PASSWORD }),
  },
  proxies: server.TRUST_PROXY,
  corsOrigins: server.CORS_ORIGINS,
  gallery: server.GALLERY,
  ...(server.EXPORT_PART_MB !== 'off' && { exportPartBytes: server.EXPORT_PART_MB * megabyte }),
  ...(server.MODERATION === 'openai' && {
    moderation: {
      key: server.MODERATION_KEY ?? keys['openai'] ?? '',
      baseUrl: server.MODERATION_BASE_URL.replace(/\/+$/u, ''),
      whenDown: server.MODERATION_WHEN_DOWN,
    },
  }),
})

export const hasBudget = ({ budgets }: Pick<Config, 'budgets'>): boolean => Object.keys(budgets).length > 0

/** Ten dollars a day, where others can spend what the operator's keys can spend. */
const publicDailyMicroUsd = 10_000_000

function budgetsOf(server: Server): Config['budgets'] {
  const { DAILY_BUDGET_USD, MONTHLY_BUDGET_USD } = server
  const daily = DAILY_BUDGET_USD ?? (isExposed(server) ? publicDailyMicroUsd : 'off')
  const monthly = MONTHLY_BUDGET_USD ?? 'off'
  return {
    ...(daily !== 'off' && { dailyMicroUsd: daily }),
    ...(monthly !== 'off' && { monthlyMicroUsd: monthly }),
  }
}

function limitsOf(server: Server): Config['limits'] {
  const perHour = server.GLOBAL_LIMIT ?? (isExposed(server) ? 1000 : 'off')
  const perAddressDay = server.IP_LIMIT ?? (isExposed(server) ? 50 : 'off')
  return { ...(perHour !== 'off' && { perHour }), ...(perAddressDay !== 'off' && { perAddressDay }) }
}
