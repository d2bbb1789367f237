export type LocalDeps = {
  /** Of this process, and below it what `.env` says: as the server reads it. */
  env: Readonly<Record<string, string | undefined>>
  fetch: typeof fetch
  now(): number
  nodeVersion: string
  /** Where package.json is. */
  folder: string
}
