import type { Config } from '../config.ts'
import type { Registry } from '../providers/registry.ts'

/** What a person who started the server wants to know. `faults`: of the configuration, beside the registry's. */
export function announce({ host, port }: Config, { models, faults, notices }: Registry, more: string[] = []): void {
  const enabled = models.filter((model) => model.enabled).map(({ name }) => name)
  const at = ['127.0.0.1', '::1', 'localhost', '0.0.0.0', '::'].includes(host) ? 'localhost' : host
  const wrong = [...more, ...faults]
  console.log(
    [
      ...(wrong.length > 0 ? ['Not as configured:', ...wrong.map(item)] : []),
      ...notices.map((notice) => `Note: ${notice}`),
      `${enabled.length} ${enabled.length === 1 ? 'model' : 'models'}: ${enabled.join(', ')}`,
      `Pixel Prompt is ready at http://${at}:${port} (Ctrl+C ends it)`,
    ].join('\n'),
  )
}

const item = (sentence: string) => `  - ${sentence.replace(/\.?$/u, '.')}`
