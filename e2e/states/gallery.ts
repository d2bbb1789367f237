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
  async 'looking how much there is to download'({ page, visit, ended, unanswered }) {
    await ended(['steady'])
    await unanswered(/^\/api\/export\/parts/u)
    await visit('/gallery')
    await button(page, downloadAll).click()
    return page.getByText('Looking how much there is')
  },
  async 'all in one file'({ page, visit, ended }) {
    await ended(['steady', 'pixel-art'])
    await visit('/gallery')
    await button(page, downloadAll).click()
    return page.getByRole('link', { name: /^All of it/ })
  },
  async 'several files, one of them begun, and more that could not be listed'({ page, visit, ended, refused }) {
    await ended(['steady'])
    await refused(/^\/api\/export\/parts\?after=/u, 'unavailable')
    await page.route(/\/api\/export\/parts$/u, (route) =>
      route.fulfill({ json: { parts: twoParts, nextAfter: 'more' } }),
    )
    await visit('/gallery')
    await button(page, downloadAll).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: /^Part 2/ }).click()
    await (await downloading).cancel()
    await button(page, 'More parts').click()
    await page.getByText(/^What there is could not be listed/).waitFor()
    return page.getByText('· begun')
  },
  async 'files that could not be listed'({ page, visit, ended, refused }) {
    await ended(['steady'])
    await refused(/^\/api\/export\/parts/u, 'unavailable')
    await visit('/gallery')
    await button(page, downloadAll).click()
    return page.getByText(/^What there is could not be listed/)
  },
  async 'nothing of one’s own to download'({ page, visit, ended }) {
    await ended(['steady'])
    await page.route(/\/api\/export\/parts$/u, (route) => route.fulfill({ json: { parts: [] } }))
    await visit('/gallery')
    await button(page, downloadAll).click()
    return page.getByText(/^There is nothing of yours yet/)
  },
}

const downloadAll = 'Download all of yours'
const twoParts = [1, 2].map((number) => ({
  number,
  href: '/api/export',
  runs: 12,
  images: 108,
  bytes: 148_000_000,
  newestAt: '2026-11-27T10:00:00.000Z',
  oldestAt: '2026-10-03T10:00:00.000Z',
}))
