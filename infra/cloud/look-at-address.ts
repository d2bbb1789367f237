import { contentSecurityPolicy } from '../../backend/api/security-headers.ts'
import { type Answer, answerOf } from './answer-of.ts'
import { bad, type Finding, good } from './finding.ts'

/** A deployment as its visitors reach it. */
export type Site = { url: string; apiUrl: string; siteDomain: string; stack: string; region: string }

export type Wanted = {
  title: string
  path: string
  type: string
  /** Absent: anything. */
  cacheControl?: string
  /** A status that is an answer too. */
  refusal?: number
  /** What to type when another is answered. */
  advice: string
}

/** Whether an address is answered as it should be, and what it answered when it was. */
export async function lookAtAddress(
  { url, siteDomain }: Site,
  ask: typeof fetch,
  { title, path, type, cacheControl, refusal, advice }: Wanted,
): Promise<{ finding: Finding; answer?: Answer }> {
  const answer = await answerOf(ask, url + path)
  if (typeof answer === 'string') {
    const domain = `When ${new URL(url).host} is a name of your own, let it lead to ${siteDomain} (an alias or a CNAME).`
    const finding = bad(
      `${title}: ${url}${path} does not answer (${answer})`,
      `${domain} Then type npm run doctor again.`,
    )
    return { finding }
  }
  if (!answer.ok && answer.status !== refusal)
    return { finding: bad(`${title}: ${url}${path} answered ${answer.status}`, `${advice}${itSaid(answer)}`) }
  const faults = headerFaults(answer.headers, { type, cacheControl })
  const finding =
    faults.length === 0
      ? good(title)
      : bad(`${title}, but ${faults.join(', ')}`, 'Type npm run deploy: the template sets these headers.')
  return { finding, answer }
}

export const itSaid = ({ text }: Answer): string => (text === '' ? '' : ` It said: ${text.slice(0, 200)}`)

/** The command that shows what a function wrote. */
export const logsOf = ({ stack, region }: Pick<Site, 'stack' | 'region'>, name: string): string =>
  `aws logs tail /pixel-prompt/${stack}/${name} --since 15m --region ${region}`

function headerFaults(headers: Headers, wanted: { type: string; cacheControl: string | undefined }): string[] {
  const { type, cacheControl } = wanted
  const rules: [string, (value: string) => boolean][] = [
    ['content-type', (value) => value.startsWith(type)],
    ['content-security-policy', (value) => value === contentSecurityPolicy],
    ['strict-transport-security', (value) => Number(/max-age=(\d+)/u.exec(value)?.[1]) >= 31_536_000],
    ['x-content-type-options', (value) => value === 'nosniff'],
  ]
  if (cacheControl !== undefined) rules.push(['cache-control', (value) => value === cacheControl])
  return rules.flatMap(([name, fits]) => {
    const value = headers.get(name)
    return value === null ? [`${name} is missing`] : fits(value) ? [] : [`${name} is ${value}`]
  })
}
