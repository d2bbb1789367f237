import { parseBaseUrl, parseMicroUsd, quote, value } from './model-settings.ts'

/** Which language model rewrites prompts, as the environment writes it, well formed but not yet matched with a provider. */
export type PromptModelSettings = {
  /** Of a numbered model, whose provider, key and address are taken. */
  index?: number
  /** The provider's own name of the model. */
  id?: string
  provider?: string
  key?: string
  /** Without a slash at its end. */
  baseUrl?: string
  /** Of one rewrite. */
  priceMicroUsd?: number
  /** The usual key of a provider that has no image model. */
  groqKey?: string
}

type Env = Readonly<Record<string, string | undefined>>

/** Undefined: none is asked for. `faults` are sentences; what has one is left out, and rules rewrite. */
export function readPromptModel(env: Env): { settings: PromptModelSettings | undefined; faults: string[] } {
  const read = (field: string) => value(env, `PROMPT_MODEL${field}`)
  const [id, index, price, address] = [read(''), read('_INDEX'), read('_PRICE_USD'), read('_BASE_URL')]
  const [key, provider, groqKey] = [read('_KEY'), read('_PROVIDER'), value(env, 'GROQ_API_KEY')]
  const asked = id !== undefined || index !== undefined
  if (!asked) return { settings: undefined, faults: idle({ key, provider, price, address }) }

  const baseUrl = address === undefined ? undefined : parseBaseUrl(address)
  const priceMicroUsd = price === undefined ? undefined : parseMicroUsd(price)
  const faults = [
    ...(index !== undefined && !/^(?:[1-9]|1\d|20)$/u.test(index)
      ? [`PROMPT_MODEL_INDEX must be the number of a model, from 1 to 20, but is ${quote(index)}`]
      : []),
    ...(address !== undefined && baseUrl === undefined
      ? ['PROMPT_MODEL_BASE_URL must be an http or https address without a user name, password, query or fragment']
      : []),
    ...(price !== undefined && priceMicroUsd === undefined
      ? [`PROMPT_MODEL_PRICE_USD must be dollars with at most six decimals, such as 0.001, but is ${quote(price)}`]
      : []),
  ]
  if (faults.length > 0) return { settings: undefined, faults }
  return {
    settings: {
      ...(index !== undefined && { index: Number(index) }),
      ...(id !== undefined && { id }),
      ...(provider !== undefined && { provider: provider.toLowerCase() }),
      ...(key !== undefined && { key }),
      ...(baseUrl !== undefined && { baseUrl }),
      ...(priceMicroUsd !== undefined && { priceMicroUsd }),
      ...(groqKey !== undefined && { groqKey }),
    },
    faults,
  }
}

function idle(others: Record<string, string | undefined>): string[] {
  return Object.values(others).some((text) => text !== undefined)
    ? [
        'A setting of PROMPT_MODEL is there, but neither PROMPT_MODEL nor PROMPT_MODEL_INDEX, so that rules rewrite prompts',
      ]
    : []
}
