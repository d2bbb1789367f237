import type { Reach } from './journey.ts'

/** What belongs to no screen of the product. */
export const beside: Record<string, Reach> = {
  async 'an address without a page'({ page, visit, expected }) {
    expected(/404/)
    await visit('/nowhere')
    return page.getByText('There is nothing here')
  },
  async 'the documentation of the API'({ page, visit }) {
    await visit('/api/docs')
    return page.getByRole('heading', { level: 1 })
  },
  async 'a part of the page that fell over'({ page, visit, ended, expected }) {
    expected(/No such word/)
    await page.addInitScript("Date.prototype.toLocaleString = () => { throw new Error('No such word') }")
    await visit(`/gallery/${await ended(['steady'])}`)
    return page.getByText('This part of the page could not be shown')
  },
}
