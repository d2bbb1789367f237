import { once } from 'node:events'
import { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import dynalite from 'dynalite'
import { startStrictFauxqs } from './strict-fauxqs.ts'

export type Emulators = {
  /** What makes the AWS SDK of a process talk to them, and to nobody else. */
  env: Record<string, string>
  dynamoUrl: string
  /** S3 and SQS. */
  fauxqsUrl: string
  stop(): Promise<void>
}

/** DynamoDB, S3 and SQS in this process, in memory, on ports of 127.0.0.1. */
export async function startEmulators(): Promise<Emulators> {
  const fauxqs = await startStrictFauxqs()
  const dynamo = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  dynamo.listen(0, '127.0.0.1')
  await once(dynamo, 'listening')
  const dynamoUrl = `http://127.0.0.1:${(dynamo.address() as AddressInfo).port}`
  return {
    env: {
      AWS_ENDPOINT_URL: fauxqs.url,
      AWS_ENDPOINT_URL_DYNAMODB: dynamoUrl,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'emulated',
      AWS_SECRET_ACCESS_KEY: 'emulated',
    },
    dynamoUrl,
    fauxqsUrl: fauxqs.url,
    async stop() {
      dynamo.closeAllConnections()
      // Its own would take away the memory that a request under way still reads.
      Server.prototype.close.call(dynamo)
      await fauxqs.stop()
    },
  }
}
