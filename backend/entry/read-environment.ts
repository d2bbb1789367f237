import { existsSync } from 'node:fs'
import { hasBudget, readConfig } from '../config.ts'
import { resolveLanguageModel } from '../providers/language/resolve-language-model.ts'
import { readModels } from '../providers/registry.ts'

/** The environment, and below it what a `.env` file in this folder says. Ends the process when the server must not start so. */
export function readEnvironment() {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { config, models, promptModel, faults } = readConfig(process.env)
  const registry = readModels(models, {
    connect: () => uncalled,
    paint: uncalled,
    now: Date.now,
    budgeted: config !== undefined && hasBudget(config),
  })
  const budgeted = config !== undefined && hasBudget(config)
  const resolved = promptModel && resolveLanguageModel(promptModel, { models, budgeted })
  const language = resolved && 'fault' in resolved ? undefined : resolved
  const unresolved = resolved && 'fault' in resolved ? [resolved.fault] : []
  const all = [...faults, ...registry.faults, ...unresolved]
  if (config === undefined) return endWith(['Pixel Prompt does not start with these settings:', ...all.map(item)])
  if (!registry.models.some(({ enabled }) => enabled))
    return endWith(['None of the configured models works:', ...all.map(item)])
  return { config, models, language, faults: [...faults, ...unresolved], all }
}

// Nothing is called to find out what is wrong.
const uncalled = () => Promise.reject(new Error('The server has not started'))

export function endWith(lines: string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}

const item = (sentence: string) => `  - ${sentence}.`
