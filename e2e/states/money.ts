import type { Locator } from '@playwright/test'
import { button, type Journey, type Reach } from './journey.ts'

/** What costs money, before a run, in it and after it: Steady and Later four cents a picture, Lavish twenty. */
export const money: Record<string, Reach> = {
  async 'prices on the models and on Generate'(journey) {
    await written(journey)
    return generate(journey, '3 pictures · $0.28')
  },
  async 'a run over the limit for one run'(journey) {
    await written(journey)
    await limited(journey, '0.05')
    await generate(journey, 'over your limit of $0.05').waitFor()
    await journey.page.keyboard.press('Control+Enter')
    return journey.page.getByText(/and you allow \$0\.05/)
  },
  async 'a limit that is no amount'(journey) {
    await written(journey)
    await limited(journey, 'a little')
    await journey.page.keyboard.press('Control+Enter')
    return journey.page.getByText('Write an amount in dollars, such as 0.50')
  },
  async 'a run over what is left for today'(journey) {
    await spent80Cents(journey)
    await written(journey)
    await overBudget(journey, 'but only $0.20 is left')
    return button(journey.page, 'Keep the 2 cheapest · $0.08')
  },
  async 'the cheapest models of a run over budget'(journey) {
    await spent80Cents(journey)
    await written(journey)
    await overBudget(journey, 'but only $0.20 is left')
    await button(journey.page, 'Keep the 2 cheapest · $0.08').click()
    return journey.page.getByText(/within the \$0\.20 left/)
  },
  async 'a run over the budget of one model'(journey) {
    await spent80Cents(journey)
    await written(journey, ['Lavish'])
    await overBudget(journey, 'is left of its budget')
    return journey.page.getByText('More than is left for one of the models today')
  },
  async 'a run over the whole budget'(journey) {
    await written(journey)
    await button(journey.page, /^Parameters/).click()
    await journey.page.getByRole('group', { name: 'Pictures per model' }).getByText('4').click()
    await overBudget(journey, 'more than the whole budget')
    return journey.page.getByText('may cost $1.12')
  },
  async 'spending that cannot be checked'(journey) {
    await journey.refused(/^\/api\/generate$/u, 'unavailable', { retryAfterSeconds: 5 })
    await written(journey)
    await journey.page.keyboard.press('Control+Enter')
    return journey.page.getByText(/nothing was charged/)
  },
  async 'a model that is switched off'({ page, visit, switchedOff }) {
    await switchedOff('lavish')
    await visit()
    return page.getByText('switched off by the operator')
  },
  async 'a model that was switched off meanwhile'(journey) {
    await written(journey)
    await journey.switchedOff('lavish')
    journey.expected(/400/)
    await journey.page.keyboard.press('Control+Enter')
    return journey.page.getByText(/Lavish: Is switched off/)
  },
  async 'places in the queue'({ page, visit, provider, started }) {
    provider.behave('Steady', { kind: 'hang' })
    await started(['steady'])
    await started(['lavish'])
    await visit(`/?run=${await started(['later'])}`)
    return page.getByText('Waiting, 1 before it')
  },
  async 'a run that has cost something so far'({ page, visit, provider, started }) {
    provider.behave('Lavish', { kind: 'hang' })
    await visit(`/?run=${await started(['steady', 'lavish'])}`)
    return page.getByText('1 of 2 done · $0.04 of about $0.24')
  },
  async 'a provider that asks for a short wait'({ page, visit, provider, started }) {
    provider.behave('Steady', { kind: 'rate_limit', retryAfter: '30' })
    await visit(`/?run=${await started(['steady'])}`)
    return page.getByText(/^Tries again by itself in/)
  },
  async 'a provider that asks for a long wait'({ page, visit, provider, ended }) {
    provider.behave('Steady', { kind: 'rate_limit', retryAfter: '300' })
    await visit(`/?run=${await ended(['steady'])}`)
    return button(page, /^Retry in/)
  },
  async 'models that may be retried at their price, and one that may not'(journey) {
    const { page, visit, provider, ended, switchedOff } = journey
    for (const model of ['Steady', 'Lavish']) provider.behave(model, { kind: 'refuse_content' })
    const run = await ended(['steady', 'lavish'])
    await switchedOff('lavish')
    await visit(`/?run=${run}`)
    await page.getByText('Switched off by the operator: no retry for now.').waitFor()
    return button(page, 'Retry Steady · $0.04')
  },
  async 'a model that was interrupted'(journey) {
    await interrupted(journey, '/?run=')
    return journey.page.getByText('It may have been charged, and is counted as $0.20.')
  },
  async 'a run that is being stopped'({ page, visit, provider, started, unanswered }) {
    provider.behave('Lavish', { kind: 'hang' })
    await visit(`/?run=${await started(['lavish'])}`)
    await unanswered(/\/cancel$/u)
    await button(page, 'Stop').click()
    return button(page, 'Stopping…')
  },
  async 'a run stopped with every outcome, and its receipt'(journey) {
    const { page } = journey
    await stopped(journey, '/?run=')
    await page.getByText(/^Stopped: 1 had not started \(not charged\), 1 had been sent already/).waitFor()
    await button(page, /painted · 1 stopped|painted · 2 stopped/).click()
    return page.getByText('of it perhaps charged')
  },
  async 'a receipt'({ page, visit, ended }) {
    await visit(`/?run=${await ended(['steady', 'lavish'])}`)
    await button(page, '2 of 2 painted · $0.24').click()
    return page.getByText('Estimated before')
  },
  async 'a kept run with every outcome'(journey) {
    await stopped(journey, '/gallery/')
    return journey.page.getByText('of it perhaps charged')
  },
  async 'a kept run that was interrupted'(journey) {
    await interrupted(journey, '/gallery/')
    return journey.page.getByText('may have been charged, counted as $0.20')
  },
  async 'a kept run that was tried again'({ page, visit, provider, ended, retried }) {
    provider.behave('Steady', { kind: 'refuse_content' })
    const run = await ended(['steady', 'lavish'])
    provider.behave('Steady', { kind: 'succeed' })
    await retried(run, 'steady')
    await visit(`/gallery/${run}`)
    await page.getByText('1 earlier attempt').click()
    return page.getByText('Attempt 1')
  },
  async 'a picture with what it cost'({ page, visit, ended }) {
    await visit(`/gallery/${await ended(['steady'])}`)
    await page.getByRole('img', { name: /^Steady: / }).click()
    await button(page, 'Details').click()
    return page.getByRole('complementary', { name: 'Details' }).getByText('$0.04')
  },
}

const generate = ({ page }: Journey, words: string) => button(page, /^Generate/).filter({ hasText: words })

async function written({ page, visit }: Journey, models = ['Steady', 'Lavish', 'Later']): Promise<void> {
  await visit()
  await button(page, 'Clear all').click()
  for (const name of models) await page.getByRole('checkbox', { name: new RegExp(name) }).check({ force: true })
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a red teapot')
}

async function limited({ page }: Journey, cap: string): Promise<void> {
  await button(page, /^Parameters/).click()
  await page.getByRole('textbox', { name: 'Never spend more than' }).fill(cap)
}

/** Of the dollar that there is for a day. */
const spent80Cents = ({ ended }: Journey) => ended(['lavish'], { parameters: { imagesPerModel: 4 } })

async function overBudget({ page, expected }: Journey, because: string): Promise<void> {
  expected(/429/)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').filter({ hasText: because }).waitFor()
}

/** A run of which one picture has come, one model was sent and one had not started; shown at the address. */
async function stopped({ page, visit, provider, started, cancelled }: Journey, address: string): Promise<void> {
  provider.behave('Lavish', { kind: 'hang' })
  const run = await started(['steady', 'lavish', 'later'])
  await visit(address + run)
  await painting(page.getByRole('article').filter({ hasText: 'Lavish' }))
  await cancelled(run)
}

/** A run in the middle of which the server was killed. */
async function interrupted({ page, visit, server, provider, started, expected }: Journey, address: string) {
  provider.behave('Lavish', { kind: 'hang' })
  expected(/Failed to load resource/)
  const run = await started(['steady', 'lavish'])
  await visit(address + run)
  await painting(page.getByRole('article').filter({ hasText: 'Lavish' }))
  await server.kill()
  await server.start()
}

const painting = (card: Locator) => card.filter({ hasText: /painting/i }).waitFor()
