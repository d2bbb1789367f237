import { askedEachTime, keptForEver } from '../page-objects.ts'
import { answerOf } from './answer-of.ts'
import { bad, type Finding, good } from './finding.ts'
import { logsOf, lookAtAddress, type Site } from './look-at-address.ts'
import { lookAtFiles } from './look-at-files.ts'
import { outputOf, type Stack } from './stack.ts'

export const siteOf = (stack: Stack): Site => ({
  url: outputOf(stack, 'Url'),
  apiUrl: outputOf(stack, 'ApiUrl'),
  siteDomain: outputOf(stack, 'SiteDomain'),
  stack: stack.name,
  region: stack.region,
})

/** What a visitor is answered, and somebody who comes past CloudFront. */
export async function lookAtSite(stack: Stack, ask: typeof fetch): Promise<Finding[]> {
  const site = siteOf(stack)
  const findings = await Promise.all([
    lookAtPage(site, ask),
    lookAtApi(site, ask),
    lookAtFiles(site, ask),
    lookPast(site, ask),
  ])
  return findings.flat()
}

async function lookAtPage(site: Site, ask: typeof fetch): Promise<Finding[]> {
  const advice = 'Type npm run deploy, which uploads the page.'
  const { finding, answer } = await lookAtAddress(site, ask, {
    title: 'The page is answered, and asked for each time',
    path: '/',
    type: 'text/html',
    cacheControl: askedEachTime,
    advice,
  })
  if (answer === undefined) return [finding]
  const [path] = /\/assets\/[^"'\s>]+/u.exec(answer.text) ?? []
  if (path === undefined) return [finding, bad('The page names no file under /assets/', advice)]
  const file = await lookAtAddress(site, ask, {
    title: 'Browsers keep the files of the page',
    path,
    type: '',
    cacheControl: keptForEver,
    advice,
  })
  return [finding, file.finding]
}

async function lookAtApi(site: Site, ask: typeof fetch): Promise<Finding[]> {
  const type = 'application/json'
  const advice = `Type ${logsOf(site, 'api')}, or bring the last release back with npm run deploy -- --rollback.`
  const looked = await Promise.all([
    lookAtAddress(site, ask, {
      title: '/api/health answers that all is well',
      path: '/api/health',
      type,
      advice,
    }),
    // A site with a password refuses, and says so.
    lookAtAddress(site, ask, { title: '/api/models answers', path: '/api/models', type, refusal: 401, advice }),
  ])
  return looked.map(({ finding }) => finding)
}

async function lookPast({ apiUrl }: Site, ask: typeof fetch): Promise<Finding> {
  const title = 'Whoever comes past CloudFront is refused'
  const answer = await answerOf(ask, `${apiUrl}/api/health`)
  if (typeof answer === 'string') return bad(`${title}: ${apiUrl} does not answer (${answer})`, 'Type npm run deploy.')
  return answer.status === 403
    ? good(title)
    : bad(
        `${title}: ${apiUrl} answered ${answer.status} and not 403`,
        'Type npm run deploy: its functions must ask for the origin secret.',
      )
}
