/** The providers that a model can be named to belong to, and what people call them. */
export const providers = {
  openai: 'OpenAI',
  'openai-compatible': 'OpenAI-compatible server',
  sketch: 'Pixel Prompt',
  google: 'Google',
  stability: 'Stability AI',
  bfl: 'Black Forest Labs',
  recraft: 'Recraft',
  bedrock: 'Amazon Bedrock',
} as const
export type ProviderId = keyof typeof providers

export const isProviderId = (text: string): text is ProviderId => Object.hasOwn(providers, text)

// The first that fits: ids of Bedrock hold the names of other makers.
const signs: [ProviderId, RegExp][] = [
  ['bedrock', /^(?:amazon|stability)\.|\b(?:bedrock|aws|nova|titan)\b/u],
  ['openai', /^(?:chatgpt|gpt)[- ]?image|dall[-·. ]?e|\bopenai\b/u],
  ['google', /\b(?:gemini|imagen|nano[- ]banana|google)\b/u],
  ['stability', /\b(?:stability|stable[- ](?:diffusion|image)|sd3(?:\.5)?|sdxl)\b/u],
  ['bfl', /\b(?:flux|black[- ]forest|bfl)\b/u],
  ['recraft', /recraft/u],
]

/** Whose model a name that the catalogue does not know is likely to be. */
export function detectProvider(name: string): ProviderId | undefined {
  const text = name.toLowerCase()
  // maker/model is how hubs write it; many servers answer to the same one.
  if (text.includes('/')) return undefined
  return signs.find(([, sign]) => sign.test(text))?.[0]
}
