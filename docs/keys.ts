/** What keys of providers, clouds and code hosts look like. */
const patterns = [
  /\bsk-(?:proj-|ant-|svcacct-)?[A-Za-z0-9_-]{32,}/u, // OpenAI, Stability AI, Anthropic
  /\bAIza[0-9A-Za-z_-]{35}/u, // Google
  /\bhf_[A-Za-z0-9]{34}\b/u, // Hugging Face
  /\br8_[A-Za-z0-9]{37}\b/u, // Replicate
  /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}:[0-9a-f]{32}\b/u, // fal
  /\bppt_[A-Za-z0-9_-]{43}/u, // our own API tokens
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/u, // AWS
  /aws_secret_access_key\s*[=:]\s*["']?[A-Za-z0-9/+]{40}/iu,
  /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{60})/u,
  /\b(?:npm_[A-Za-z0-9]{36}|xox[abprs]-[A-Za-z0-9-]{20})/u,
  /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/u,
  // A setting that holds a key, whatever that looks like.
  /^\s*(?:export )?(?:MODEL_\d+_KEY|[A-Z]+_API_KEY)=[A-Za-z0-9_-]{20,}\s*$/mu,
]

export const holdsKey = (text: string): boolean => patterns.some((pattern) => pattern.test(text))
