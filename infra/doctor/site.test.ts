import { expect, test } from 'vitest'
import { testApp } from '../../backend/api/test-app.ts'
import { lookAtFiles, unknownPicture } from '../cloud/look-at-files.ts'
import { pictureKey, testDoctor } from './test-doctor.ts'

test('finds what a visitor is answered wrongly', async () => {
  const { doctor, site } = await testDoctor()
  delete site.headers['content-security-policy']
  site.headers['strict-transport-security'] = 'max-age=60'
  site.headers['x-content-type-options'] = 'none'
  site.answers['/api/health'] = { status: 503, type: 'application/json', body: '{"ok":false}' }
  site.answers['/past/api/health'] = { status: 200, type: 'application/json', body: '{"ok":true}' }
  const { wrong } = await doctor('--stack', 'pixel-prompt')
  const text = wrong.join('\n')
  expect(text).toContain(
    'content-security-policy is missing, strict-transport-security is max-age=60, x-content-type-options is none',
  )
  expect(text).toMatch(/api\/health answered 503/u)
  expect(text).toMatch(/past CloudFront is refused: .* answered 200 and not 403/u)
})

test('says which log to read when the API does not answer as it should', async () => {
  const { doctor, site } = await testDoctor()
  site.answers['/api/models'] = { status: 500, type: 'application/json', body: '{"message":"Internal"}' }
  expect((await doctor('--stack', 'pixel-prompt')).text).toContain(
    'Type aws logs tail /pixel-prompt/pixel-prompt/api --since 15m --region eu-central-1, or',
  )
})

test('finds a page that browsers keep for too long, and files of it that they do not keep', async () => {
  const { doctor, site } = await testDoctor()
  site.answers['/']!.cacheControl = 'max-age=86400'
  site.answers['/assets/index-Bx2kq.js']!.cacheControl = 'no-cache'
  expect((await doctor('--stack', 'pixel-prompt')).wrong).toEqual([
    'WRONG  The page is answered, and asked for each time, but cache-control is max-age=86400',
    'WRONG  Browsers keep the files of the page, but cache-control is no-cache',
  ])
  site.answers['/']!.body = '<!doctype html>'
  expect((await doctor('--stack', 'pixel-prompt')).wrong).toContain('WRONG  The page names no file under /assets/')
})

test.each([
  [
    403,
    '{"Message":"Forbidden"}',
    /not the function that says so/u,
    /FilesUrlPermission.*detect-stack-drift --stack-name/u,
  ],
  [404, '<Error><Code>NoSuchKey</Code></Error>', /not the function that says so/u, /detect-stack-drift/u],
  [403, '{"code":"forbidden","requestId":"1"}', /a secret that it does not know/u, /“Renew the origin secret”/u],
  [
    502,
    'Internal Server Error',
    /answered 502/u,
    /aws logs tail \/pixel-prompt\/pixel-prompt\/files .*It said: Internal/u,
  ],
  [
    503,
    '{"code":"unavailable","requestId":"1"}',
    /answered 503/u,
    /aws logs tail \/pixel-prompt\/pixel-prompt\/files /u,
  ],
])('finds that the function files is not reached: %s %s', async (status, body, title, advice) => {
  const { doctor, site } = await testDoctor()
  site.answers[unknownPicture] = { status, type: 'application/json', body }
  const { text, wrong } = await doctor('--stack', 'pixel-prompt')
  expect(wrong).toEqual([expect.stringMatching(title)])
  expect(text).toMatch(advice)
})

test('takes for right what the product itself answers for a picture that nobody has', async () => {
  const { app } = await testApp()
  const site = { url: 'http://localhost', apiUrl: '', siteDomain: '', stack: 'pixels', region: 'eu-central-1' }
  const ask = async (url: string | URL | Request) => app.request(new Request(url))
  expect(await lookAtFiles(site, ask)).toMatchObject({ ok: true })
})

test('finds a picture that visitors are refused, or that browsers do not keep, without saying where it is', async () => {
  const { answers, doctor, site } = await testDoctor()
  const picture = site.answers[`/${pictureKey}`]!
  picture.cacheControl = 'public, max-age=31536000, immutable'
  expect((await doctor('--stack', 'pixel-prompt')).wrong.join()).toContain('but cache-control is public')

  site.answers[`/${pictureKey}`] = { status: 403, type: 'text/xml', body: `<Resource>${pictureKey}</Resource>` }
  const { text, wrong } = await doctor('--stack', 'pixel-prompt')
  expect(wrong).toEqual([expect.stringMatching(/A picture is answered, .*images\/… answered 403/u)])
  expect(text).toMatch(/ImagesPolicy.*detect-stack-drift --stack-name pixel-prompt --region eu-central-1/u)
  expect(text).not.toContain(pictureKey)

  answers['ListObjectsV2'] = () => ({ ListBucketResult: {} })
  expect(await doctor('--stack', 'pixel-prompt')).toMatchObject({
    code: 0,
    text: expect.stringContaining('There is no picture yet'),
  })
})

test('takes the refusal of a site with a password for an answer', async () => {
  const { doctor, site } = await testDoctor()
  site.answers['/api/models'] = { status: 401, type: 'application/json', body: '{"code":"unauthorized"}' }
  expect((await doctor('--stack', 'pixel-prompt')).wrong).toEqual([])
})

test('finds other sites that the settings allow and the functions do not yet', async () => {
  const { answers, doctor, site } = await testDoctor()
  answers['GetSecretValue'] = () => ({ SecretString: '{"CORS_ORIGINS":"https://studio.example"}', VersionId: 'v1' })
  expect((await doctor('--stack', 'pixel-prompt')).wrong.join()).toContain(
    'Pages of https://studio.example are not allowed',
  )
  site.headers['access-control-allow-origin'] = 'https://studio.example'
  expect((await doctor('--stack', 'pixel-prompt')).wrong).toEqual([])
})

test('looks at settings, keys and models while the site is down, and says that other sites could not be tried', async () => {
  const { answers, doctor, site } = await testDoctor()
  const json = '{"CORS_ORIGINS":"https://studio.example","OPENAI_API_KEY":"sk-good"}'
  answers['GetSecretValue'] = () => ({ SecretString: json, VersionId: 'v1' })
  site.stop()
  const { text, wrong } = await doctor('--stack', 'pixel-prompt')
  expect(wrong.join('\n')).toMatch(
    /pages of https:\/\/studio\.example may use the API could not be tried: .*\/api\/models does not answer \(ECONNREFUSED\)/u,
  )
  for (const line of [
    'ok     The settings are right: CORS_ORIGINS, OPENAI_API_KEY',
    'ok     All functions have these settings',
    'ok     OPENAI_API_KEY of OpenAI is accepted',
    'ok     No model is shut down within 45 days',
  ])
    expect(text).toContain(line)
  expect(text).not.toMatch(/ReadOnlyAccess|fetch failed/u)
})
