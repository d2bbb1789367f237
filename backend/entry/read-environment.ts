import { existsSync } from 'node:fs'
import { readConfig } from '../config.ts'

/** The environment, and below it what a `.env` file in this folder says. Ends the process when the server must not start so. */
export function readEnvironment() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { config, models, faults } = readConfig(process.env)
  if (config === undefined) return endWith(['Pixel Prompt does not start with these settings:', ...faults.map(item)])
  return { config, models, faults }
}

export function endWith(lines: string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}

const item = (sentence: string) => `  - ${sentence}.`
