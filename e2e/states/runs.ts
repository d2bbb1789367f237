import { button, held, notices, type Reach } from './journey.ts'

/** Runs as they stand beside the form, and the notices about them. */
export const runs: Record<string, Reach> = {
  async 'a run under way'({ page, visit, provider, started }) {
    provider.behave('Moody', { kind: 'hang' })
    await visit(`/?run=${await started(['steady', 'moody', 'later'])}`)
    await page.getByText(/^Painting, /).waitFor()
    await page.getByRole('img', { name: /^Steady: / }).waitFor()
    return page.getByText('Next in line')
  },
  async 'a model that waits for its provider'({ page, visit, provider, started }) {
    provider.behave('Moody', { kind: 'rate_limit', retryAfter: '30' })
    await visit(`/?run=${await started(['moody'])}`)
    return page.getByText(/^Tries again by itself in/)
  },
  async 'models that failed'({ page, visit, provider, ended }) {
    provider.behave('Moody', { kind: 'refuse_content' })
    await visit(`/?run=${await ended(['moody', 'dall-e-3'])}`)
    return page.getByText('The provider refused this prompt')
  },
  async 'a model that may be retried after a while'({ page, visit, provider, ended }) {
    provider.behave('Moody', { kind: 'rate_limit', retryAfter: '300' })
    await visit(`/?run=${await ended(['moody'])}`)
    return button(page, /^Retry in/)
  },
  async 'a run that was stopped'({ page, visit, provider, started, cancelled }) {
    provider.behave('Moody', { kind: 'hang' })
    const run = await started(['moody', 'later'])
    await visit(`/?run=${run}`)
    await page.getByText(/^Painting, /).waitFor()
    await cancelled(run)
    await page.getByText('Stopped after it was sent to the provider').waitFor()
    return page.getByText('Stopped before it had started')
  },
  async 'pictures, fewer than asked for and with a parameter left aside'({ page, visit, ended }) {
    const parameters = { imagesPerModel: 3, steps: 12 }
    const run = await ended(['moody', 'pixel-art'], { prompt: 'every other of these is torn', parameters })
    await visit(`/?run=${run}`)
    await page.getByText('Not used by this model: steps').first().waitFor()
    return page.getByText(/^2 of 3: /)
  },
  async 'two runs, of which the older is folded'({ page, visit, ended }) {
    const [older, newer] = [await ended(['steady']), await ended(['steady'], { prompt: 'a blue whale' })]
    await visit(`/?run=${newer}&run=${older}`)
    return page.getByRole('button', { name: 'a red teapot', expanded: false })
  },
  async 'a run that goes on elsewhere'({ page, visit, provider, started }) {
    provider.behave('Moody', { kind: 'hang' })
    await started(['moody'])
    await visit()
    return page.getByText('Still painting')
  },
  async 'the latest runs below'({ page, visit, ended }) {
    await ended(['steady'])
    await visit()
    await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
    return page.getByRole('region', { name: 'Recent' }).getByRole('link', { name: 'a red teapot' })
  },
  async 'a notice'({ page, visit }) {
    await visit()
    await button(page, 'Enhance').click()
    return held(notices(page).getByText('Write a few words first, then enhance them'))
  },
  async 'a notice of a fault'({ page, visit, provider, started, refused }) {
    provider.behave('Moody', { kind: 'hang' })
    await visit(`/?run=${await started(['moody'])}`)
    await refused(/\/cancel$/u, 'unavailable')
    await button(page, /^Stop/).click()
    return held(notices(page).getByText(/^Not stopped: /))
  },
}
