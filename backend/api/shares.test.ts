import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type CreateShareRequest, Share, SharesReply } from '../../contract/share.ts'
import { fakeClock, model, type paints } from '../jobs/test-engine.ts'
import { composeCard, plainImage } from '../jobs/make-share-pictures.ts'
import { newVisitor, refusalOf, testApp } from './test-app.ts'

const prompt = 'a <b>red</b> boat & "sails"'
const many = { mode: 'many', secrets: () => ['s'], https: false } as const
const passwords = { access: 'let us all in' }

type Headers = Record<string, string>

/** A provider whose files say what they were asked for, as some do. */
const tells: typeof paints = async () => ({
  images: [
    {
      bytes: await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a04060' } })
        .png()
        .withExif({ IFD0: { ImageDescription: `prompt: ${prompt}` } })
        .toBuffer(),
    },
  ],
})

async function sharing(options: Parameters<typeof testApp>[0] = {}, engineOptions: Parameters<typeof testApp>[1] = {}) {
  const made = { card: 0, plain: 0 }
  const sharePictures = {
    card: (...pictures: Parameters<typeof composeCard>) => ((made.card += 1), composeCard(...pictures)),
    plain: (...picture: Parameters<typeof plainImage>) => ((made.plain += 1), plainImage(...picture)),
  }
  const models = [model('red', tells), model('blue', tells, { provider: 'sketch' })]
  const given = await testApp({ visitors: many, models, sharePictures, ...options }, engineOptions)
  const ann = await newVisitor(given.app)
  const job = await given.finishedJob({ prompt }, ann)
  const create = (request: Partial<CreateShareRequest> = {}, headers: Headers = ann) =>
    given.post('/api/shares', { jobId: job.jobId, ...request }, headers)
  const list = async (headers: Headers = ann) => given.app.request(`/api/shares?job=${job.jobId}`, { headers })
  return {
    ...given,
    made,
    ann,
    job,
    create,
    list,
    share: async (request: Partial<CreateShareRequest> = {}) => Share.parse(await (await create(request)).json()),
    living: async () => SharesReply.parse(await (await list()).json()).shares.map(({ id }) => id),
    revoke: (id: string, headers: Headers = ann) =>
      given.app.request(`/api/shares/${id}`, { method: 'DELETE', headers }),
    /** As whoever was sent the link. */
    open: async (path: string) => given.app.request(path, { headers: { Host: 'localhost:3000' } }),
  }
}

const filesOf = (html: string) =>
  [...html.matchAll(/(?:href|src|content)="([^"]*\/s\/[\w-]{27}\/[^"]+)"/gu)].map(([, url]) =>
    url!.replace('http://localhost:3000', ''),
  )

describe('what a link leads to', () => {
  test('is a page with the prompt, each picture and who painted it, without script and the id of the run', async () => {
    const given = await sharing()
    const { url } = await given.share()
    const reply = await given.open(url)
    const html = await reply.text()
    expect([reply.status, reply.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=UTF-8'])
    expect(html).toContain('a &lt;b&gt;red&lt;/b&gt; boat &amp; &quot;sails&quot;')
    expect(html).not.toContain('<b>')
    expect(html).toMatch(/<strong>RED<\/strong>\s*<span>\d+\.\d s<\/span>/u)
    expect(html).toMatch(/<strong>BLUE<\/strong>\s*<span>\d+\.\d s · sketch, not AI<\/span>/u)
    expect(html).not.toContain('<script')
    expect(html).not.toContain(given.job.jobId)
    expect(reply.headers.get('X-Robots-Tag')).toBe('noindex')
    expect(reply.headers.getSetCookie()).toEqual([])
  })

  test('has a card for messengers, whose picture is a JPEG of their size', async () => {
    const given = await sharing()
    const { url } = await given.share()
    const html = await (await given.open(url)).text()
    const metaOf = (property: string) => new RegExp(`property="og:${property}" content="([^"]*)"`, 'u').exec(html)?.[1]
    expect(metaOf('url')).toBe(`http://localhost:3000${url}`)
    expect(metaOf('title')).toBe('a &lt;b&gt;red&lt;/b&gt; boat &amp; &quot;sails&quot;')
    expect(metaOf('description')).toBe('2 pictures from one prompt, painted by RED, BLUE.')
    expect(metaOf('image')).toBe(`http://localhost:3000${url}/card.jpg`)
    for (let times = 0; times < 2; times += 1) {
      const card = await given.open(`${url}/card.jpg`)
      const { format, width, height } = await sharp(await card.arrayBuffer()).metadata()
      expect([format, width, height]).toEqual(['jpeg', 1200, 630])
      expect(card.headers.get('Content-Type')).toBe('image/jpeg')
    }
  })

  test('can be opened by whoever has it, where everybody else must log in', async () => {
    const given = await testApp({ visitors: many, passwords })
    const login = await given.post('/api/session', passwords.access ? { password: passwords.access } : {})
    const Cookie = login.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ')
    const { jobId } = await given.finishedJob({ prompt }, { Cookie })
    const { url } = Share.parse(await (await given.post('/api/shares', { jobId }, { Cookie })).json())
    const html = await (await given.app.request(url)).text()
    for (const path of [url, '/s/style.css', `${url}/card.jpg`, ...filesOf(html)]) {
      expect([path, (await given.app.request(path)).status]).toEqual([path, 200])
    }
    expect((await given.app.request(`/api/gallery/${jobId}`)).status).toBe(401)
  })

  test('shows every picture of every model, as it was painted', async () => {
    const given = await sharing()
    const { url } = await given.share()
    const html = await (await given.open(url)).text()
    const files = filesOf(html).filter((file) => !file.endsWith('card.jpg'))
    expect(files).toHaveLength(4)
    for (const file of files) {
      const reply = await given.open(file)
      expect([reply.status, reply.headers.get('X-Content-Type-Options')]).toEqual([200, 'nosniff'])
      expect(reply.headers.get('Cache-Control')).toBe('private, max-age=3600')
      expect((await sharp(await reply.arrayBuffer()).metadata()).width).toBe(300)
    }
  })

  test('with the prompt hidden, tells it nowhere: not in the page, its head, or what the files say', async () => {
    const given = await sharing()
    const { url } = await given.share({ hidePrompt: true })
    const html = await (await given.open(url)).text()
    const files = filesOf(html)
    expect(files).toHaveLength(5)
    const bodies = await Promise.all(
      files.map(async (file) => Buffer.from(await (await given.open(file)).arrayBuffer())),
    )
    for (const said of [html, files.join(), ...bodies.map((body) => body.toString('latin1'))]) {
      expect(said).not.toMatch(/&lt;b|boat|sails/iu)
    }
    expect(html).toContain('alt="A picture by RED"')
    // The file that the provider sent does say it, and is not to be had under this link.
    const [image] = given.job.results.flatMap((result) => (result.status === 'completed' ? result.images : []))
    const original = image!.url.split('/').at(-1)!
    expect(await refusalOf(given.open(`${url}/${original}`))).toMatchObject({ status: 404 })
    expect(bodies.map((body) => body.length > 0)).not.toContain(false)
  })

  test('with a model that failed, is what came', async () => {
    const fails = () => Promise.reject(new Error('no'))
    const given = await sharing({ models: [model('red', tells), model('grey', fails)] })
    const html = await (await given.open((await given.share()).url)).text()
    expect(html).toContain('1 picture from one prompt, painted by RED.')
    expect(html).not.toContain('GREY')
  })

  test('without a picture, says so and has no card', async () => {
    const fails = () => Promise.reject(new Error('no'))
    const given = await sharing({ models: [model('grey', fails)] })
    const { url } = await given.share()
    const html = await (await given.open(url)).text()
    expect(html).toContain('No picture has been painted yet.')
    expect(html).not.toContain('og:image')
    expect(await refusalOf(given.open(`${url}/card.jpg`))).toMatchObject({ status: 404 })
  })
})

describe('a link that has ended', () => {
  const ends: [string, (given: Awaited<ReturnType<typeof sharing>>, share: Share) => unknown][] = [
    ['was revoked', (given, { id }) => given.revoke(id)],
    [
      'leads to a deleted run',
      (given, { jobId }) => given.app.request(`/api/gallery/${jobId}`, { method: 'DELETE', headers: given.ann }),
    ],
  ]
  test.each(ends)('because it %s, leads nowhere at once, and its pictures too', async (_, end) => {
    const given = await sharing()
    const share = await given.share()
    const files = filesOf(await (await given.open(share.url)).text())
    await given.open(`${share.url}/card.jpg`)
    await end(given, share)
    const reply = await given.open(share.url)
    expect(reply.status).toBe(404)
    expect(await reply.text()).toContain('This link leads nowhere')
    for (const file of files) expect(await refusalOf(given.open(file))).toMatchObject({ status: 404 })
  })

  test('because its time has come, leads nowhere and is not listed', async () => {
    const clock = fakeClock()
    const given = await sharing({}, { clock })
    const { url, id, createdAt, expiresAt } = await given.share({ expiresInDays: 1 })
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(86_400_000)
    clock.advance(86_400_000 - 1)
    expect((await given.open(url)).status).toBe(200)
    expect(await given.living()).toEqual([id])
    clock.advance(1)
    expect((await given.open(url)).status).toBe(404)
    expect(await given.living()).toEqual([])
  })

  test.each(['/s/x', `/s/${'A'.repeat(27)}`, `/s/${'A'.repeat(26)}.`, '/s/..%2f..%2fetc'])(
    'or never began, as %s, is told in the same words',
    async (path) => {
      const given = await sharing()
      const reply = await given.open(path)
      expect([reply.status, (await reply.text()).includes('This link leads nowhere')]).toEqual([404, true])
    },
  )

  test.each(['secret', '../secret', '..%2Fsecret', 'card.jpg.png', 'style.css', '%00', 'x-thumb.webp'])(
    'a living one has no file %s',
    async (file) => {
      const given = await sharing()
      const { url } = await given.share()
      expect((await given.open(`${url}/${file}`)).status).toBe(404)
    },
  )
})

describe('links', () => {
  test('are made, listed and revoked by whoever made the run, and by nobody else', async () => {
    const given = await sharing()
    const share = await given.share({ hidePrompt: true, expiresInDays: 7 })
    expect(share).toMatchObject({ jobId: given.job.jobId, url: `/s/${share.id}`, promptHidden: true })
    const bob = await newVisitor(given.app)
    const replies = [given.create({}, bob), given.list(bob), given.revoke(share.id, bob)]
    for (const reply of replies) expect(await refusalOf(reply)).toMatchObject({ status: 404, code: 'not_found' })
    expect(await given.living()).toEqual([share.id])
    expect((await given.revoke(share.id)).status).toBe(204)
    expect(await refusalOf(given.revoke(share.id))).toMatchObject({ status: 404 })
    expect(await given.living()).toEqual([])
  })

  test('of one run are bounded, and told so', async () => {
    const given = await sharing()
    for (let n = 0; n < 20; n += 1) await given.share()
    expect(await refusalOf(given.create())).toMatchObject({ status: 409, code: 'conflict' })
  })

  test.each([
    ['expiresInDays', { expiresInDays: 0 }],
    ['expiresInDays', { expiresInDays: 366 }],
    ['expiresInDays', { expiresInDays: 1.5 }],
    ['hidePrompt', { hidePrompt: 'yes' }],
    ['jobId', { jobId: 'x' }],
  ])('are refused for a wrong %s', async (path, request) => {
    const given = await sharing()
    const refusal = await refusalOf(given.create(request as Partial<CreateShareRequest>))
    expect(refusal).toMatchObject({ status: 400, fields: [{ path }] })
  })

  test('keep nothing of what they made when the run is deleted', async () => {
    const given = await sharing()
    const { url } = await given.share({ hidePrompt: true })
    for (const file of filesOf(await (await given.open(url)).text())) await given.open(file)
    const folder = join(given.engine.dataDir, 'images', given.job.jobId)
    expect(readdirSync(folder).filter((name) => /-(?:card|plain)\./u.test(name))).toHaveLength(3)
    await given.app.request(`/api/gallery/${given.job.jobId}`, { method: 'DELETE', headers: given.ann })
    await expect.poll(() => readdirSync(join(given.engine.dataDir, 'images'))).toEqual(['.unfinished'])
  })

  test('that are opened by many at once have each picture made once', async () => {
    const given = await sharing()
    const { url } = await given.share({ hidePrompt: true })
    const files = filesOf(await (await given.open(url)).text()).filter((file) => /card|plain/u.test(file))
    expect(files).toHaveLength(3)
    const replies = await Promise.all(files.flatMap((file) => Array.from({ length: 20 }, () => given.open(file))))
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 200))
    expect(given.made).toEqual({ card: 1, plain: 2 })
  })
})
