import { bad, type Finding, good } from '../cloud/finding.ts'

type Asked = { url: string; origins: readonly string[] }

/** Whether pages of the other sites that are allowed to may read the API's answers. */
export async function lookAtOtherSites({ url, origins }: Asked, ask: typeof fetch): Promise<Finding[]> {
  if (origins.length === 0)
    return [
      good(
        'No other site may use the API from a browser',
        'A page that is hosted elsewhere needs its address in CORS_ORIGINS, and a token.',
      ),
    ]
  return Promise.all(
    origins.map(async (origin) => {
      const response = await ask(`${url}/api/models`, {
        headers: { Origin: origin },
        signal: AbortSignal.timeout(10_000),
      })
      await response.text()
      return response.headers.get('access-control-allow-origin') === origin
        ? good(`Pages of ${origin} may use the API with a token`)
        : bad(
            `Pages of ${origin} are not allowed to use the API, although CORS_ORIGINS names it`,
            'Type npm run deploy, which makes the functions read the settings anew.',
          )
    }),
  )
}
