import type { Commands } from './actions-of.ts'

/** The commands of the AWS SDK that TypeScript sources import. */
export function commandsIn(sources: readonly string[]): Commands {
  const commands: Record<string, string[]> = {}
  for (const source of sources) {
    for (const [, names = '', packageName = ''] of source.matchAll(importOfSdk)) {
      const found = names.split(',').map((name) => name.trim())
      const sent = found.filter((name) => /^(?!type )\w+Command$/u.test(name))
      commands[packageName] = [...new Set([...(commands[packageName] ?? []), ...sent])]
    }
  }
  return Object.fromEntries(Object.entries(commands).filter(([, names]) => names.length > 0))
}

const importOfSdk = /^ *import\s*\{([^}]*)\}\s*from\s*'(@aws-sdk\/[\w-]+)'/gmu
