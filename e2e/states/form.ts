import type { Page } from '@playwright/test'
import { ModelsReply } from '../../contract/model.ts'
import { button, type Journey, type Reach } from './journey.ts'
import { offered, twenty } from './twenty-models.ts'

/** The form: what it says before, while and after it is sent. */
export const form: Record<string, Reach> = {
  async 'a first visit'({ page, visit }) {
    await visit()
    return page.getByText(/retired, successor is/)
  },
  async 'models that are being listed'({ page, visit, unanswered }) {
    await unanswered(/^\/api\/models$/u)
    await visit()
    return box(page)
  },
  async 'models that could not be listed'({ page, visit, refused }) {
    await refused(/^\/api\/models$/u, 'unavailable')
    await visit()
    return page.getByText(/The models could not be listed/)
  },
  async 'no model chosen'({ page, visit }) {
    await visit()
    await box(page).fill('a red teapot')
    await button(page, 'Clear all').click()
    await page.keyboard.press('Control+Enter')
    return page.getByText('Choose at least one model')
  },
  async 'a prompt that cannot be sent'(journey) {
    await written(journey, 'a cat \u202E backwards')
    await journey.page.keyboard.press('Control+Enter')
    return journey.page.getByText(/control characters/)
  },
  async 'every parameter set'({ page, visit }) {
    // No adapter of ours takes steps and guidance yet.
    await page.route(/\/api\/models$/u, async (route) => {
      const response = await route.fetch()
      const reply = ModelsReply.parse(await response.json())
      for (const { abilities } of reply.models) Object.assign(abilities, { steps: true, guidance: true })
      await route.fulfill({ response, json: reply })
    })
    await visit()
    await button(page, /^Parameters/).click()
    await page.getByRole('radio', { name: '16:9' }).locator('..').click()
    await page.getByRole('slider', { name: 'Steps' }).press('ArrowRight')
    await page.getByRole('slider', { name: 'Guidance' }).press('ArrowRight')
    await page.getByRole('textbox', { name: 'Seed' }).fill('4711')
    await page.getByRole('textbox', { name: 'Negative prompt' }).fill('text')
    return button(page, 'Default guidance')
  },
  async 'twenty models of many makers'(journey) {
    await offered(journey, twenty)
    await journey.visit()
    await button(journey.page, /more makers/).click()
    return button(journey.page, 'Fewer makers')
  },
  async 'what the models can do'(journey) {
    await offered(journey, twenty)
    await journey.visit()
    await button(journey.page, 'Abilities').click()
    return journey.page.getByRole('dialog')
  },
  async 'a retired model and its successor'(journey) {
    await offered(journey, twenty)
    await journey.visit()
    await button(journey.page, /^Lithograph.*retired, successor is Etching 2/).click()
    return journey.page.getByText('MODEL_3_NAME=Etching 2')
  },
  async 'parameters that no chosen model takes'(journey) {
    await offered(journey, twenty)
    await journey.visit()
    await button(journey.page, 'Clear all').click()
    await button(journey.page, /^Parameters/).click()
    return journey.page.getByText('No model is chosen.').first()
  },
  async 'parameters that some of the models take'(journey) {
    await offered(journey, twenty)
    await journey.visit()
    await button(journey.page, /^Parameters/).click()
    return journey.page.getByText(/^Only .* steps\.$/)
  },
  async 'a parameter that cannot be sent'({ page, visit }) {
    await visit()
    await box(page).fill('a red teapot')
    await button(page, /^Parameters/).click()
    await page.getByRole('textbox', { name: 'Negative prompt' }).fill('x'.repeat(1001))
    await page.keyboard.press('Control+Enter')
    return page.getByText('Must be at most 1,000 characters')
  },
  async 'a run that is being sent'(journey) {
    await journey.unanswered(/^\/api\/generate$/u)
    await sent(journey)
    return button(journey.page, /^Sending/)
  },
  async 'a run that was refused for words'(journey) {
    await journey.refused(/^\/api\/generate$/u, 'prompt_blocked', { matches: ['teapot'] })
    await sent(journey)
    return journey.page.getByText(/Because of/)
  },
  async 'a run that was refused for a while'(journey) {
    await journey.refused(/^\/api\/generate$/u, 'rate_limited', { retryAfterSeconds: 300 })
    await sent(journey)
    return journey.page.getByText(/Again possible in/)
  },
  async 'a server that is away'(journey) {
    await written(journey)
    await journey.unreachable(/^\/api\//u)
    await journey.page.keyboard.press('Control+Enter')
    await journey.page.getByText(/No clear answer came/).waitFor()
    return journey.page.getByText(/The server does not answer/)
  },
  async 'the help'({ page, visit }) {
    await visit()
    await button(page, 'Help and shortcuts').click()
    return page.getByRole('dialog')
  },
  async 'a prompt that is being rewritten'(journey) {
    await journey.unanswered(/^\/api\/enhance$/u)
    await written(journey)
    await button(journey.page, 'Enhance').click()
    return journey.page.getByText('Rewriting…')
  },
  async 'a prompt that was rewritten'(journey) {
    await written(journey)
    await button(journey.page, 'Enhance').click()
    return button(journey.page, 'Use long')
  },
  async 'a prompt that could not be rewritten'(journey) {
    await journey.refused(/^\/api\/enhance$/u, 'unavailable')
    await written(journey)
    await button(journey.page, 'Enhance').click()
    return journey.page.getByText(/Your prompt is as it was/)
  },
}

const box = (page: Page) => page.getByRole('textbox', { name: 'Prompt', exact: true })

async function written({ page, visit }: Journey, prompt = 'a red teapot'): Promise<void> {
  await visit()
  await button(page, 'Clear all').click()
  await page.getByRole('checkbox', { name: /Steady/ }).check({ force: true })
  await box(page).fill(prompt)
}

async function sent(journey: Journey): Promise<void> {
  await written(journey)
  await journey.page.keyboard.press('Control+Enter')
}
