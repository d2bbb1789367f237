import { SpendReply } from '../../contract/operator.ts'
import { createToken } from '../api.ts'
import { button, held, type Journey, notices, type Reach } from './journey.ts'

const figures = /^\/api\/(?:spend|switches|activity|tokens)$/u

/** What the server spends and may paint. */
export const operator: Record<string, Reach> = {
  async 'an operator page of which nothing was spent'({ page, visit }) {
    await visit('/operator')
    await page.getByText('Nothing paints and nothing waits.').waitFor()
    return page.getByText('Nothing has been spent this month')
  },
  async 'an operator page that is loading'({ page, visit, unanswered }) {
    await unanswered(figures)
    await visit('/operator')
    return page.getByRole('heading', { name: 'Spending and switches' })
  },
  async 'an operator page that could not be loaded'({ page, visit, refused }) {
    await refused(figures, 'unavailable')
    await visit('/operator')
    await page.getByText('Not known at the moment').nth(3).waitFor()
    return page.getByText('it starts nothing that costs money')
  },
  async 'figures that could not be renewed'({ page, visit, refused }) {
    await visit('/operator')
    await page.getByText('Nothing has been spent this month').waitFor()
    await refused(figures, 'unavailable')
    // As when the window is looked at again.
    await page.evaluate(() => dispatchEvent(new Event('visibilitychange')))
    await page.getByText(/^These figures could not be renewed: spending, queue and faults, switches/).waitFor()
    return page.getByText('Nothing has been spent this month')
  },
  async 'an operator page for somebody else'({ page, visit, refused }) {
    await refused(figures, 'forbidden')
    await visit('/operator')
    return page.getByText('This page is not yours to see')
  },
  async 'a month of spending, with a budget that will not do'(journey) {
    await monthSpent(journey)
    await journey.visit('/operator')
    await journey.page.getByText('The days as a table').click()
    return journey.page.getByText('over the budget')
  },
  async 'a day of which the budget is used up'({ page, visit, ended }) {
    await ended(['lavish'], { parameters: { imagesPerModel: 4 } })
    await ended(['steady', 'later'], { parameters: { imagesPerModel: 2 } })
    await ended(['steady'])
    await visit('/operator')
    return page.getByText('Used up: nothing more that costs money is started.')
  },
  async 'a queue and faults'({ page, visit, provider, started, ended }) {
    provider.behave('Lavish', { kind: 'refuse_content' })
    await ended(['lavish'])
    provider.behave('Lavish', { kind: 'refuse_key' })
    await ended(['lavish'])
    provider.behave('Steady', { kind: 'hang' })
    await started(['steady', 'later'])
    await visit('/operator')
    await page.getByText('promised to runs that have not ended').first().waitFor()
    await page.getByText('did not accept the key').waitFor()
    return page.getByText('the longest waits')
  },
  async 'a model that the operator has switched off'({ page, visit }) {
    await visit('/operator')
    await page.getByRole('switch', { name: 'Lavish' }).click()
    await page.getByText(/^off since/).waitFor()
    return held(notices(page).getByText('Lavish is switched off'))
  },
  async 'a switch that could not be moved'({ page, visit, refused }) {
    await visit('/operator')
    await page.getByRole('switch', { name: 'Lavish' }).waitFor()
    await refused(/^\/api\/switches$/u, 'unavailable')
    await page.getByRole('switch', { name: 'Lavish' }).click()
    return held(notices(page).getByText(/^Lavish was not switched off/))
  },
  async 'tokens of programs'({ page, visit, server }) {
    await createToken(server.url, { name: 'nightly report', scopes: ['generate', 'write'], expiresInDays: 90 })
    await createToken(server.url, { name: 'a wall of pictures in the hall', scopes: [] })
    await visit('/operator')
    return button(page, 'Revoke a wall of pictures in the hall')
  },
  async 'a token that is asked for without a name'({ page, visit }) {
    await visit('/operator')
    await button(page, 'New token').click()
    await button(page, 'Make the token').click()
    return page.getByText('Give it a name.')
  },
  async 'a token that is shown once'({ page, visit }) {
    await visit('/operator')
    await button(page, 'New token').click()
    await page.getByRole('textbox', { name: 'Name' }).fill('nightly report')
    await button(page, 'Make the token').click()
    return page.getByText('Copy it now')
  },
  async 'a token that is about to be revoked'({ page, visit, server }) {
    await createToken(server.url, { name: 'nightly report', scopes: [] })
    await visit('/operator')
    await button(page, 'Revoke nightly report').click()
    return page.getByText('The program that uses it is refused')
  },
  async 'the way to the operator page'({ page, visit }) {
    await visit()
    await button(page, /^Generate/).waitFor()
    await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
    return page.getByRole('link', { name: 'Spending and switches' })
  },
}

/** Twenty-five days stand in for what a server of a few seconds cannot have spent. */
async function monthSpent({ page }: Journey): Promise<void> {
  const days = Array.from({ length: 25 }, (_, place) => ({
    day: `2026-11-${String(place + 1).padStart(2, '0')}`,
    settledMicroUsd: place % 7 === 0 ? 0 : 120_000 + ((place * 370_000) % 900_000),
    openMicroUsd: place === 24 ? 160_000 : 0,
    uncertainMicroUsd: place % 6 === 5 ? 80_000 : 0,
  }))
  const sum = (of: 'settledMicroUsd' | 'openMicroUsd' | 'uncertainMicroUsd') =>
    days.reduce((total, day) => total + day[of], 0)
  await page.route(/\/api\/spend$/u, async (route) => {
    const response = await route.fetch()
    const reply = SpendReply.parse(await response.json())
    const json: SpendReply = {
      ...reply,
      at: '2026-11-25T18:30:00.000Z',
      today: { ...reply.today, settledMicroUsd: 540_000, openMicroUsd: 160_000 },
      month: {
        ...reply.month,
        settledMicroUsd: sum('settledMicroUsd'),
        openMicroUsd: sum('openMicroUsd'),
        uncertainMicroUsd: sum('uncertainMicroUsd'),
        budgetMicroUsd: 10_000_000,
        forecastMicroUsd: Math.round((sum('settledMicroUsd') / 25) * 30),
      },
      days,
      models: reply.models.map((spent, place) => ({
        ...spent,
        todayMicroUsd: 180_000 * (place + 1),
        monthMicroUsd: 4_300_000 * (place + 1),
      })),
    }
    await route.fulfill({ response, json })
  })
}
