import type { Locator, Page } from '@playwright/test'
import type { Parameters } from '../../contract/parameters.ts'
import type { RefusalCode } from '../../contract/refusal.ts'
import type { FakeImageServer } from '../../backend/providers/fake-image-server.ts'
import type { Server } from '../server.ts'

/** A visit to a server that has nothing in its gallery. */
export type Journey = {
  page: Page
  server: Server
  /** Behind the models that are no sketches, which it paints one at a time. */
  provider: FakeImageServer
  visit(path?: string): Promise<void>
  /** Starts a run over the API. */
  started(models: string[], over?: { prompt?: string; parameters?: Parameters }): Promise<string>
  /** As `started`, until it has ended. */
  ended(models: string[], over?: { prompt?: string; parameters?: Parameters }): Promise<string>
  cancelled(run: string): Promise<void>
  retried(run: string, model: string): Promise<void>
  switchedOff(model: string): Promise<void>
  /** Stand in for the server's answer to requests of such a path and query, from now on. */
  refused(path: RegExp, code: RefusalCode, details?: object): Promise<void>
  unanswered(path: RegExp): Promise<void>
  unreachable(path: RegExp): Promise<void>
  /** A fault that is part of the state. */
  expected(pattern: RegExp): void
}

/** Brings the page into a state, and says what can then be seen that belongs to it alone. */
export type Reach = (journey: Journey) => Promise<Locator>

export const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name })

export const notices = (page: Page) => page.getByRole('region', { name: 'Notices' })

/** A notice goes after a while, unless it is looked at. */
export async function held(notice: Locator): Promise<Locator> {
  await notice.hover()
  return notice
}
