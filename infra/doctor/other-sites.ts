import { answerOf } from '../cloud/answer-of.ts'
import { bad, type Finding, good } from '../cloud/finding.ts'
import { outputOf } from '../cloud/stack.ts'
import type { Check } from './check.ts'
import type { DeployedDeps } from './deployed-deps.ts'
import { deployedSource } from './deployed-source.ts'

/** Whether pages of the other sites that are allowed to may read the API's answers. */
export const otherSites: Check<DeployedDeps> = {
  name: 'What other sites may do',
  async look(deps) {
    const origins = (await deployedSource.read(deps))?.config.corsOrigins
    if (origins === undefined) return []
    if (origins.length === 0)
      return [
        good(
          'No other site may use the API from a browser',
          'A page that is hosted elsewhere needs its address in CORS_ORIGINS, and a token.',
        ),
      ]
    const url = `${outputOf(deps.stack, 'Url')}/api/models`
    return Promise.all(origins.map((origin) => lookAtOne(deps.fetch, url, origin)))
  },
}

async function lookAtOne(ask: typeof fetch, url: string, Origin: string): Promise<Finding> {
  const answer = await answerOf(ask, url, { Origin })
  if (typeof answer === 'string')
    return bad(
      `Whether pages of ${Origin} may use the API could not be tried: ${url} does not answer (${answer})`,
      'Do what the lines about the site say, then type npm run doctor again.',
    )
  return answer.headers.get('access-control-allow-origin') === Origin
    ? good(`Pages of ${Origin} may use the API with a token`)
    : bad(
        `Pages of ${Origin} are not allowed to use the API, although CORS_ORIGINS names it`,
        'Type npm run deploy, which makes the functions read the settings anew.',
      )
}
