import { gunzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { openFuzzedProduct, type FuzzedProduct } from './fuzzed-product.ts'
import { hostileRequest } from './hostile-request.ts'
import { hold, judgeAnswer, judgeLog } from './judge.ts'
import type { Opened, Property } from './properties.ts'
import { count, rawRequests } from './raw-requests.ts'

/** Every route of a server with many visitors and of one with one, as values and as bytes on a connection. */
export async function routeProperties(): Promise<Opened> {
  const many = await openFuzzedProduct('many')
  const one = await openFuzzedProduct('one')
  const raw = await rawRequests(many)
  return {
    properties: [
      requestsTo('a server with many visitors', 45, many),
      requestsTo('a server with one visitor', 25, one),
      raw.property,
    ],
    async close() {
      await raw.close()
      await Promise.all([many.close(), one.close()])
    },
  }
}

function requestsTo(whom: string, share: number, product: FuzzedProduct): Property {
  const outcomes = new Map<string, number>()
  const check = fc.asyncProperty(hostileRequest(product.known), async (request) => {
    const before = product.size()
    const answer = await product.send(request)
    const text = await textOf(answer)
    count(outcomes, String(answer.status))
    judgeAnswer({ status: answer.status, headers: answer.headers, text }, product.hidden)
    judgeLog(product.takeLog(), product.hidden)
    const after = product.size()
    // Files of what was deleted before may go at any moment.
    const changed = Object.keys(after).filter((what) =>
      what === 'files' ? (after[what] ?? 0) > (before[what] ?? 0) : after[what] !== before[what],
    )
    const keeps = answer.status >= 400 || /^(?:get|head)$/iu.test(request.method)
    hold(!keeps || changed.length === 0, `${answer.status} changed the number of ${changed.join(', ')}`)
  })
  return { name: `requests to ${whom}`, share, check, outcomes }
}

async function textOf(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  const packed = bytes.length > 0 && answer.headers.get('Content-Encoding') === 'gzip'
  return (packed ? gunzipSync(bytes) : bytes).toString('latin1')
}
