import { type Config, hasBudget, readConfig } from '../config.ts'
import type { ModelSettings } from '../model-settings.ts'
import { type LanguageEndpoint, resolveLanguageModel } from '../providers/language/resolve-language-model.ts'
import { readModels } from '../providers/registry.ts'

export type Settings = {
  config: Config
  models: ModelSettings
  /** Absent: rules rewrite prompts. */
  language: LanguageEndpoint | undefined
  /** Sentences: what is wrong beside the models, and what is wrong in all. */
  faults: string[]
  all: string[]
}

/** What an environment asks for, or the lines that say why the server must not start so. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings | { refusal: string[] } {
  const { config, models, promptModel, faults } = readConfig(env)
  const budgeted = config !== undefined && hasBudget(config)
  const registry = readModels(models, { connect: () => uncalled, paint: uncalled, now: Date.now, budgeted })
  const resolved = promptModel && resolveLanguageModel(promptModel, { models, budgeted })
  const language = resolved && 'fault' in resolved ? undefined : resolved
  const unresolved = resolved && 'fault' in resolved ? [resolved.fault] : []
  const all = [...faults, ...registry.faults, ...unresolved]
  if (config === undefined) return { refusal: ['Pixel Prompt does not start with these settings:', ...all.map(item)] }
  if (!registry.models.some(({ enabled }) => enabled))
    return { refusal: ['None of the configured models works:', ...all.map(item)] }
  return { config, models, language, faults: [...faults, ...unresolved], all }
}

// Nothing is called to find out what is wrong.
const uncalled = () => Promise.reject(new Error('The server has not started'))

const item = (sentence: string) => `  - ${sentence}.`
