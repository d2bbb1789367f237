import { once } from 'node:events'
import { createServer } from 'node:net'
import { bad, good } from '../cloud/finding.ts'
import type { Check } from './check.ts'
import type { LocalDeps } from './local-deps.ts'

export const port: Check<Pick<LocalDeps, 'env' | 'fetch'>> = {
  name: 'The port',
  async look({ env, fetch }) {
    const number = Number(env['PORT']?.trim() || 3000)
    if (!Number.isInteger(number) || number < 1 || number > 65_535) return []
    const fault = await listen(number)
    if (fault === undefined) return [good(`The port ${number} is free`)]
    const isOurs = await fetch(`http://127.0.0.1:${number}/api/health`, { signal: AbortSignal.timeout(3000) }).then(
      async (response) => (await response.text()).includes('"parts"'),
      () => false,
    )
    return isOurs
      ? [good(`Pixel Prompt runs already on the port ${number}`)]
      : [
          bad(
            `The port ${number} cannot be listened on (${fault})`,
            `Type PORT=${number === 65_535 ? 3001 : number + 1} npm start, or end what listens there.`,
          ),
        ]
  },
}

async function listen(number: number): Promise<string | undefined> {
  const server = createServer()
  try {
    server.listen(number, '127.0.0.1')
    await once(server, 'listening')
    server.close()
    await once(server, 'close')
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}
