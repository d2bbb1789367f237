import * as z from 'zod'
import { answerOf } from './answer-of.ts'
import { bad, type Finding, good } from './finding.ts'
import { itSaid, logsOf, type Site } from './look-at-address.ts'

/** Well formed, so that it is looked for in the table; of 160 random bits nobody has none. */
export const unknownPicture = `/s/${'0'.repeat(27)}/card.jpg`

const Refusal = z.object({ code: z.string(), requestId: z.string() })

/**
 * Asks the function files, whose requests CloudFront signs, for a picture that nobody has. Our own 404 says that the
 * signature, both permissions and the table are right.
 */
export async function lookAtFiles(site: Site, ask: typeof fetch): Promise<Finding> {
  const title = 'The function files is reached with a signature'
  const answer = await answerOf(ask, site.url + unknownPicture)
  if (typeof answer === 'string')
    return bad(
      `${title}: ${site.url}${unknownPicture} does not answer (${answer})`,
      'Type npm run doctor again in a minute.',
    )
  const code = codeOf(answer.text)
  if (answer.status === 404 && code === 'not_found') return good(title)
  const answered = `${title}: ${unknownPicture} answered ${answer.status}`
  if (answer.status === 403 && code === 'forbidden')
    return bad(
      `${answered}, since CloudFront shows it a secret that it does not know`,
      `Do what RUNBOOK.md says under “Renew the origin secret”.${itSaid(answer)}`,
    )
  if (code !== undefined || answer.status >= 500)
    return bad(
      `${answered} and not 404`,
      `Type ${logsOf(site, 'files')}, or bring the last release back with npm run deploy -- --rollback.${itSaid(answer)}`,
    )
  return bad(
    `${answered}, and it is not the function that says so`,
    `CloudFront's signature (FilesAccess) or its right to call (FilesUrlPermission, FilesPermission) is broken: type aws cloudformation detect-stack-drift --stack-name ${site.stack} --region ${site.region} to see which, then npm run deploy.${itSaid(answer)}`,
  )
}

function codeOf(text: string): string | undefined {
  try {
    return Refusal.safeParse(JSON.parse(text)).data?.code
  } catch {
    return undefined
  }
}
