import type { Services } from '../cloud/services.ts'
import type { Run } from './run-command.ts'

export type DeployDeps = {
  services: Services
  run: Run
  fetch: typeof fetch
  /** What was typed. */
  ask(question: string): Promise<string>
  say(line: string): void
  pause(ms: number): Promise<void>
  now(): Date
  newId(): string
}

/** Which stack, and whether what changes nothing that is kept may be done without asking. */
export type Wish = { stack: string; region: string; yes: boolean }
