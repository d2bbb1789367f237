import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { awsClients } from './clients.ts'
import { s3Client } from './s3-client.ts'
import type { AllClients } from './test-stack.ts'

/** Clients of a server on 127.0.0.1 that stands in for all of AWS, until the test is over. By itself it never answers. */
export async function clientsOf(listener: RequestListener = () => {}, { answerMs = 50 } = {}): Promise<AllClients> {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const options = {
    endpoints: { dynamo: endpoint, s3AndSqs: endpoint },
    region: 'us-east-1',
    credentials: { accessKeyId: 'emulated', secretAccessKey: 'emulated' },
    answerMs,
  }
  const clients = { ...awsClients(options), s3: s3Client({ ...options, pathStyle: true }) }
  onTestFinished(() => {
    for (const client of [clients.dynamo, clients.s3, clients.sqs, clients.secrets]) client.destroy()
    server.closeAllConnections()
    server.close()
  })
  return clients
}
