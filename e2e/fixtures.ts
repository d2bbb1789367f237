import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { startServer, type Server } from './server.ts'

type Options = { env: Record<string, string> }

/** Each test has a server and a folder of its own, and fails on a console error or a policy violation. */
export const test = base.extend<Options & { server: Server; faults: Faults; visit: (path?: string) => Promise<void> }>({
  env: [{}, { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from it
  faults: async ({}, provide) => {
    const faults = watchedFaults()
    await provide(faults)
    expect(faults.found).toEqual([])
  },
  server: async ({ env, context }, provide) => {
    const server = await startServer(env)
    await provide(server)
    // Pages first: one whose server ends before it would rightly report that.
    await Promise.all(context.pages().map((page) => page.close()))
    await server.dispose()
  },
  page: async ({ page, faults }, provide) => {
    await faults.watch(page)
    await provide(page)
  },
  visit: async ({ page, server }, provide) => {
    await provide(async (path = '/') => {
      await page.goto(server.url + path)
    })
  },
})

export { expect }

export type Faults = {
  found: string[]
  watch(page: Page): Promise<void>
  /** A fault that the journey itself causes, such as a server that is taken down. */
  expected(pattern: RegExp): void
}

function watchedFaults(): Faults {
  const found: string[] = []
  const expected: RegExp[] = []
  const note = (fault: string) => {
    if (!expected.some((pattern) => pattern.test(fault))) found.push(fault)
  }
  return {
    found,
    expected: (pattern) => void expected.push(pattern),
    async watch(page) {
      page.on('console', (message) => {
        if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`)
      })
      page.on('pageerror', (error) => note(`page: ${error.message}`))
      await page.exposeFunction('reportPolicyViolation', (violation: string) => note(`policy: ${violation}`))
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const { reportPolicyViolation } = globalThis as unknown as { reportPolicyViolation: (text: string) => void }
          reportPolicyViolation(`${event.violatedDirective} ${event.blockedURI}`)
        })
      })
    },
  }
}

/** No rule disabled. What is fading in is looked at when it has arrived: half-way it has no colour of its own. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
  // The page has no frames, so that nothing is missed in the mode that opens no second page for each look.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

/** The pictures that a page shows on its cards, placeholders not counted. */
export const pictures = (page: Page, model = '') =>
  page.getByRole('article').filter({ hasText: model }).getByRole('img', { name: /: / })
