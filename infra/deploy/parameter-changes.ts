type Values = Readonly<Record<string, string>>

/** A line for each of a stack's parameters that would become another one. Of one that it has not yet nothing is told. */
export const parameterChanges = (now: Values, wanted: Values): string[] =>
  Object.entries(wanted)
    .filter(([name, value]) => name in now && now[name] !== value)
    .map(([name, value]) => parameterLine(name, value, now))

/** With what it is now, where that is something else. */
export function parameterLine(name: string, value: string, now: Values): string {
  const before = now[name] ?? value
  return `${name}: ${before === value ? shown(value) : `${shown(before)} would become ${shown(value)}`}`
}

const shown = (value: string) => (value === '' ? 'not set' : value)
