import { contentSecurityPolicy } from '../../backend/api/security-headers.ts'
import { answerOf } from './answer-of.ts'
import { bad, type Finding, good } from './finding.ts'

export type Site = { url: string; apiUrl: string; siteDomain: string }

/** What a visitor is answered, and somebody who comes past CloudFront. */
export async function lookAtSite(site: Site, ask: typeof fetch): Promise<Finding[]> {
  return Promise.all([
    look('The page is answered', site, ask, { path: '/', type: 'text/html' }),
    look('/api/health answers that all is well', site, ask, { path: '/api/health', type: 'application/json' }),
    // A site with a password refuses, and says so.
    look('/api/models answers', site, ask, { path: '/api/models', type: 'application/json', refusal: 401 }),
    lookPast(site.apiUrl, ask),
  ])
}

type Wanted = { path: string; type: string; refusal?: number }

async function look(
  title: string,
  { url, siteDomain }: Site,
  ask: typeof fetch,
  { path, type, refusal }: Wanted,
): Promise<Finding> {
  const answer = await answerOf(ask, url + path)
  if (typeof answer === 'string') {
    const domain = `When ${new URL(url).host} is a name of your own, let it lead to ${siteDomain} (an alias or a CNAME).`
    return bad(`${title}: ${url}${path} does not answer (${answer})`, `${domain} Then type npm run doctor again.`)
  }
  if (!answer.ok && answer.status !== refusal)
    return bad(
      `${title}: ${url}${path} answered ${answer.status}`,
      `Look into the log with aws logs tail, or bring the last release back with npm run deploy -- --rollback. It said: ${answer.text.slice(0, 200)}`,
    )
  const faults = headerFaults(answer.headers, type)
  return faults.length === 0
    ? good(title)
    : bad(`${title}, but ${faults.join(', ')}`, 'Type npm run deploy: the template sets these headers.')
}

function headerFaults(headers: Headers, type: string): string[] {
  const wanted: [string, (value: string) => boolean][] = [
    ['content-type', (value) => value.startsWith(type)],
    ['content-security-policy', (value) => value === contentSecurityPolicy],
    ['strict-transport-security', (value) => Number(/max-age=(\d+)/u.exec(value)?.[1]) >= 31_536_000],
    ['x-content-type-options', (value) => value === 'nosniff'],
  ]
  return wanted.flatMap(([name, fits]) => {
    const value = headers.get(name)
    return value === null ? [`${name} is missing`] : fits(value) ? [] : [`${name} is ${value}`]
  })
}

async function lookPast(apiUrl: string, ask: typeof fetch): Promise<Finding> {
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
