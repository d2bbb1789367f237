import { existsSync } from 'node:fs'
import { readSettings, type Settings } from './read-settings.ts'

/** The environment, and below it what a `.env` file in this folder says. Ends the process when the server must not start so. */
export function readEnvironment(): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const settings = readSettings(process.env)
  return 'refusal' in settings ? endWith(settings.refusal) : settings
}

export function endWith(lines: string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}
