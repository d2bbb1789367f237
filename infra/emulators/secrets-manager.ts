import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'

export type SecretsManager = {
  url: string
  values: Map<string, string>
  /** How often each value was read. */
  reads: ReadonlyMap<string, number>
  stop(): Promise<void>
}

/** Secrets Manager on a port of 127.0.0.1, with what is asked of it here: a secret's value is read and replaced. */
export async function startSecretsManager(values: Map<string, string> = new Map()): Promise<SecretsManager> {
  const reads = new Map<string, number>()
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const action = String(request.headers['x-amz-target'] ?? '').replace('secretsmanager.', '')
    const { SecretId = '', SecretString } = (await json(request)) as { SecretId?: string; SecretString?: string }
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
    }
    const value = values.get(SecretId)
    if (value === undefined) {
      return send(400, {
        __type: 'ResourceNotFoundException',
        Message: "Secrets Manager can't find the specified secret.",
      })
    }
    const identity = { ARN: SecretId, Name: SecretId.split(':').at(-1), VersionId: crypto.randomUUID() }
    if (action === 'GetSecretValue') {
      reads.set(SecretId, (reads.get(SecretId) ?? 0) + 1)
      return send(200, { ...identity, SecretString: value, VersionStages: ['AWSCURRENT'] })
    }
    if (action === 'PutSecretValue' && SecretString !== undefined) {
      values.set(SecretId, SecretString)
      return send(200, { ...identity, VersionStages: ['AWSCURRENT'] })
    }
    return send(400, { __type: 'InvalidRequestException', Message: `${action} is not emulated` })
  }
  const server = createServer((request, response) => void answer(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    values,
    reads,
    async stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
