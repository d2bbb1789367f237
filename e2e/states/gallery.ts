import { button, held, notices, type Reach } from './journey.ts'

export const gallery: Record<string, Reach> = {
  async 'an empty gallery'({ page, visit }) {
    await visit('/gallery')
    return page.getByText('These walls are waiting')
  },
  async 'a gallery that is loading'({ page, visit, unanswered }) {
    await unanswered(/^\/api\/gallery\/list/u)
    await visit('/gallery')
    return page.getByRole('searchbox')
  },
  async 'a gallery that could not be loaded'({ page, visit, refused }) {
    await refused(/^\/api\/gallery\/list/u, 'unavailable')
    await visit('/gallery')
    return page.getByText('The gallery could not be loaded')
  },
  async 'runs of every standing'({ page, visit, provider, started, ended, cancelled }) {
    await ended(['steady', 'pixel-art'])
    provider.behave('Moody', { kind: 'refuse_content' })
    await ended(['moody'])
    await ended(['moody', 'steady'])
    provider.behave('Moody', { kind: 'hang' })
    await cancelled(await started(['moody']))
    await started(['moody'])
    await visit('/gallery')
    await page.getByText('1 model, stopped').waitFor()
    await page.getByText('2 models, some missing').waitFor()
    return page.getByText('1 model, failed')
  },
  async 'a search without a match'({ page, visit, ended }) {
    await ended(['steady'])
    await visit('/gallery?q=zeppelin')
    return page.getByRole('heading', { name: 'Nothing matches' })
  },
  async 'older runs that could not be loaded'({ page, visit, ended, refused }) {
    await ended(['steady'])
    await refused(/list\?.*cursor=/u, 'unavailable')
    await page.route(/\/api\/gallery\/list\?limit=\d+$/u, async (route) => {
      const reply = await route.fetch()
      await route.fulfill({ response: reply, json: { ...(await reply.json()), nextCursor: 'older' } })
    })
    await visit('/gallery')
    return page.getByText('The older ones could not be loaded.')
  },
  async 'the question before a deletion'({ page, visit, ended }) {
    await ended(['steady'])
    await visit('/gallery')
    await button(page, /^Delete “/).click()
    return page.getByRole('dialog')
  },
  async 'a deletion that failed'({ page, visit, ended, refused }) {
    await ended(['steady'])
    await visit('/gallery')
    await refused(/^\/api\/gallery\/[\w-]{22}$/u, 'unavailable')
    await button(page, /^Delete “/).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    return held(notices(page).getByText(/^Not deleted\./))
  },
}
