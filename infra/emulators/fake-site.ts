import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { contentSecurityPolicy } from '../../backend/api/security-headers.ts'
import { unknownPicture } from '../cloud/look-at-files.ts'
import { askedEachTime, keptForEver } from '../page-objects.ts'

type SiteAnswer = { status: number; type: string; body: string; cacheControl?: string }
const missing: SiteAnswer = { status: 404, type: 'text/plain', body: '' }

/** A site as CloudFront answers it, and under `/past` what is behind it. Tests change `answers` and `headers`. */
export async function startFakeSite() {
  const headers: Record<string, string> = {
    'content-security-policy': contentSecurityPolicy,
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
  }
  const answers: Record<string, SiteAnswer> = {
    '/': {
      status: 200,
      type: 'text/html; charset=utf-8',
      body: '<!doctype html><script type="module" src="/assets/index-Bx2kq.js"></script>',
      cacheControl: askedEachTime,
    },
    '/assets/index-Bx2kq.js': { status: 200, type: 'text/javascript', body: '', cacheControl: keptForEver },
    '/api/health': { status: 200, type: 'application/json', body: '{"ok":true}' },
    '/api/models': { status: 200, type: 'application/json', body: '{"models":[]}' },
    [unknownPicture]: { status: 404, type: 'application/json', body: '{"code":"not_found","requestId":"1"}' },
    '/past/api/health': { status: 403, type: 'application/json', body: '{"code":"forbidden"}' },
  }
  const server = createServer((request, response) => {
    const { status, type, body, cacheControl } = answers[request.url ?? ''] ?? missing
    response
      .writeHead(status, { ...headers, 'content-type': type, 'cache-control': cacheControl ?? 'no-store' })
      .end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    headers,
    answers,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
