import { button, type Reach } from './journey.ts'

/** One run of the gallery. */
export const keptRun: Record<string, Reach> = {
  async 'a run with its pictures'({ page, visit, ended }) {
    await visit(`/gallery/${await ended(['steady', 'pixel-art'], { parameters: { steps: 12, seed: 4711 } })}`)
    return page.getByRole('img', { name: /^Steady: / })
  },
  async 'a kept run under way'({ page, visit, provider, started }) {
    provider.behave('Moody', { kind: 'hang' })
    await visit(`/gallery/${await started(['moody', 'later'])}`)
    await page.getByText('painting now').waitFor()
    return page.getByText('next in line', { exact: true })
  },
  async 'a kept run that was stopped, with a model that failed'({ page, visit, provider, started, cancelled }) {
    provider.behave('Steady', { kind: 'refuse_content' })
    provider.behave('Moody', { kind: 'hang' })
    const run = await started(['steady', 'moody', 'later'])
    await visit(`/gallery/${run}`)
    await page.getByText('painting now').waitFor()
    await cancelled(run)
    await page.getByText(/^failed after/).waitFor()
    return page.getByText('stopped before it began')
  },
  async 'earlier attempts'({ page, visit, provider, ended, retried }) {
    provider.behave('Moody', { kind: 'refuse_content' })
    const run = await ended(['moody'])
    provider.behave('Moody', { kind: 'succeed' })
    await retried(run, 'moody')
    await visit(`/gallery/${run}`)
    await page.getByText('1 earlier attempt').click()
    return page.getByText('Attempt 1')
  },
  async 'links to a run'({ page, visit, ended }) {
    await visit(`/gallery/${await ended(['steady'])}`)
    await button(page, 'Share').click()
    await page.getByRole('checkbox', { name: /^Hide the prompt/ }).check()
    await button(page, 'Make a link').click()
    return page.getByText(/^until .*, without the prompt$/)
  },
  async 'a link that could not be made'({ page, visit, ended, refused }) {
    await visit(`/gallery/${await ended(['steady'])}`)
    await button(page, 'Share').click()
    await button(page, 'Make a link').waitFor()
    await refused(/^\/api\/shares/u, 'unavailable')
    await button(page, 'Make a link').click()
    return page.getByRole('dialog').getByRole('alert').filter({ hasText: /./ })
  },
  async 'a run that is loading'({ page, visit, ended, unanswered }) {
    await unanswered(/^\/api\/gallery\/[\w-]{22}$/u)
    await visit(`/gallery/${await ended(['steady'])}`)
    return page.getByRole('heading', { name: 'Loading the run' })
  },
  async 'a run that could not be loaded'({ page, visit, ended, refused }) {
    await refused(/^\/api\/gallery\/[\w-]{22}$/u, 'unavailable')
    await visit(`/gallery/${await ended(['steady'])}`)
    return page.getByText('This run could not be loaded')
  },
  async 'a run that is not here'({ page, visit, expected }) {
    expected(/404/)
    await visit('/gallery/xxxxxxxxxxxxxxxxxxxxxx')
    return page.getByText('This run is not here')
  },
}
