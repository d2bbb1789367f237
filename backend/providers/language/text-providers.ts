export type TextProvider = {
  name: string
  /** Absent: the settings name one. */
  baseUrl?: string
  /** Taken when the settings name none. As of 2026-11-27, from the providers' pages and packages. */
  model?: string
  /** Ids of models that are likely to be its. */
  sign?: RegExp
  /** Which package speaks its format. */
  speaks: 'openai' | 'google' | 'openai-compatible'
}

/** Whose language models can rewrite prompts. In the order in which signs are looked for. */
export const textProviders: Readonly<Record<string, TextProvider>> = {
  openai: {
    name: 'OpenAI',
    baseUrl: 'https://api.openai.com/v1',
    model: 'gpt-6-luna',
    sign: /^(?:gpt-[3-9]|chatgpt|o\d)/u,
    speaks: 'openai',
  },
  google: {
    name: 'Google',
    baseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    model: 'gemini-3.8-flash',
    sign: /^gemini/u,
    speaks: 'google',
  },
  xai: {
    name: 'xAI',
    baseUrl: 'https://api.x.ai/v1',
    model: 'grok-4.3',
    sign: /^grok/u,
    speaks: 'openai-compatible',
  },
  fireworks: {
    name: 'Fireworks',
    baseUrl: 'https://api.fireworks.ai/inference/v1',
    model: 'accounts/fireworks/models/gpt-oss-20b',
    sign: /^accounts\/fireworks\//u,
    speaks: 'openai-compatible',
  },
  groq: {
    name: 'Groq',
    baseUrl: 'https://api.groq.com/openai/v1',
    model: 'openai/gpt-oss-20b',
    sign: /^(?:groq|openai\/gpt-oss)/u,
    speaks: 'openai-compatible',
  },
  together: {
    name: 'Together AI',
    baseUrl: 'https://api.together.xyz/v1',
    model: 'openai/gpt-oss-20b',
    speaks: 'openai-compatible',
  },
  deepinfra: {
    name: 'DeepInfra',
    baseUrl: 'https://api.deepinfra.com/v1/openai',
    model: 'openai/gpt-oss-20b',
    speaks: 'openai-compatible',
  },
  'openai-compatible': { name: 'OpenAI-compatible server', speaks: 'openai-compatible' },
}
