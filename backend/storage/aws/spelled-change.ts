import type { Change } from './items.ts'

/** `#name` stands for the attribute of that name, `#task` for the task of `model`; `values` by name, those that are used. */
export type ChangeInWords = Pick<Change, 'set' | 'remove' | 'within'> & {
  condition: string
  model?: string
  /** Names that are not those of attributes. */
  names?: Record<string, string>
  values?: Record<string, unknown>
}

/** With all that DynamoDB wants to be spelled out; it refuses what is spelled and not used. */
export function spelledChange({
  set = [],
  remove = [],
  condition,
  model = '',
  names,
  values,
  ...rest
}: ChangeInWords): Change {
  const parts = { set: set.map(withTask), remove: remove.map(withTask), condition: withTask(condition) }
  const text = [...parts.set, ...parts.remove, parts.condition].join(' ')
  const known: Record<string, string> = { ...names, model }
  return {
    ...rest,
    ...parts,
    names: Object.fromEntries(namesIn(text, '#').map((name) => [`#${name}`, known[name] ?? name])),
    values: Object.fromEntries(namesIn(text, ':').map((name) => [`:${name}`, values?.[name]])),
  }
}

const withTask = (text: string) => text.replaceAll(/#task\b/gu, '#tasks.#model')
const namesIn = (text: string, sign: string) =>
  [...new Set(text.match(new RegExp(`${sign}\\w+`, 'gu')))].map((name) => name.slice(sign.length))
