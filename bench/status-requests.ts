import type { Benchmark } from './benchmark.ts'
import { launchChromium } from './browser.ts'
import { ask, startProduct } from './client.ts'
import { Job } from '../contract/job.ts'
import { startPainters } from './painters.ts'
import { photographs } from './pictures.ts'

export const statusRequests: Benchmark = {
  name: 'status-requests',
  how: 'requests to `/api/status` that the page in Chromium makes in a run of nine models, the last of which answers after 60 s',
  minutes: 3,
  async run({ quick }) {
    const images = await photographs(1)
    const lastMs = quick ? 6000 : 60_000
    const delays = Array.from({ length: 9 }, (_, index) => (lastMs * (index + 1)) / 9)
    const painters = await startPainters(delays.map((afterMs) => ({ afterMs, images })))
    const server = await startProduct(painters.env)
    const browser = await launchChromium()
    const page = await browser.newPage()
    await page.goto(server.url)
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('A run of a minute')
    let asked = 0
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.startsWith('/api/status')) asked += 1
    })
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/generate'))
    const clickedAt = performance.now()
    await page.getByRole('button', { name: /^Generate/u }).click()
    const job = Job.parse(await (await answered).json())
    await page.getByText('9 of 9 painted').waitFor({ timeout: 2 * lastMs })
    const seconds = (performance.now() - clickedAt) / 1000
    const changes = Job.parse(await ask(server, `/api/status/${job.jobId}`)).version - job.version
    await browser.close()
    await server.dispose()
    await painters.close()
    const note = `${changes} changes in ${seconds.toFixed(0)} s, so at most 12 + ${changes}`
    return [{ what: 'status requests', value: asked, unit: '', bar: { atMost: 12 + changes }, note }]
  },
}
