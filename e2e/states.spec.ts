import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible } from './fixtures.ts'
import { beside } from './states/beside.ts'
import { form } from './states/form.ts'
import { gallery } from './states/gallery.ts'
import { keptRun } from './states/kept-run.ts'
import { lightbox } from './states/lightbox.ts'
import { money } from './states/money.ts'
import { operator } from './states/operator.ts'
import { runs } from './states/runs.ts'
import { onOneServer, whereItCosts } from './states/servers.ts'

/** Every state of every screen, by its name. */
const free = Object.entries({ ...form, ...runs, ...lightbox, ...gallery, ...keptRun, ...beside })
const costly = Object.entries({ ...money, ...operator })

const title = (name: string) => `no accessibility fault, dark or light: ${name}`

for (const [name, reach] of free)
  onOneServer(title(name), async ({ page, journey }) => expectAccessibleTwice(page, await reach(journey)))

for (const [name, reach] of costly)
  whereItCosts(title(name), async ({ page, journey }) => expectAccessibleTwice(page, await reach(journey)))

async function expectAccessibleTwice(page: Page, seen: Locator): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(seen).toBeVisible()
    await expectAccessible(page)
    await expect(seen).toBeVisible()
  }
}
