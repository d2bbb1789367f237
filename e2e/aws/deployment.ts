import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { type Clients, provision, type Provisioned } from '../../infra/emulators/provision.ts'
import { startSecretsManager } from '../../infra/emulators/secrets-manager.ts'
import { startEmulators } from '../../infra/emulators/start-emulators.ts'
import { pageObjects } from '../../infra/page-objects.ts'
import { freePort, type Server } from '../server.ts'
import { behavioursOf } from './distribution.ts'
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts'
import { startFront } from './front.ts'
import { type LambdaFunction, lambdaFunction } from './lambda-function.ts'
import type { FunctionSettings } from './runtime-process.ts'
import { templateRoles } from './template-roles.ts'
import { noteRights } from './rights-used.ts'
import { startTaskPump } from './task-pump.ts'

/** The product as it is deployed: its bundles under Lambda's runtime client, emulators of AWS, a front like CloudFront. */
export type Deployment = Server & {
  clients: Clients
  resources: Provisioned
  functions: Record<'api' | 'files' | 'worker' | 'sweeper', LambdaFunction>
  /** Before DynamoDB, S3 and SQS, for the functions alone. */
  faults: Record<'dynamo' | 's3' | 'sqs', FaultProxy>
  /** How often each secret was read: `settings`, and `first` and `second` of the front. */
  secretReads: ReadonlyMap<string, number>
  /** The sweeper's next round, at once. */
  sweep(): Promise<void>
  /** The bundles of another folder from now on. */
  release(folder: string): void
}

export const builtFolder = 'dist/lambda-here'

/** More would only share the cores of the machine. */
const workers = 5

const account = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'emulated', secretAccessKey: 'emulated' },
}
/** As the template names them, which is by whose access key they are told apart. */
const idOf = { api: 'Api', files: 'Files', worker: 'Worker', sweeper: 'Sweeper' }

/** The template's schedule, told faster. */
const usualSweepMs = 3000

export async function startDeployment(
  env: Record<string, string> = {},
  { sweepEveryMs = usualSweepMs }: { sweepEveryMs?: number } = {},
): Promise<Deployment> {
  const [emulators, secrets] = await Promise.all([startEmulators(), startSecretsManager()])
  const clients: Clients = {
    dynamo: new DynamoDBClient({ ...account, endpoint: emulators.dynamoUrl }),
    s3: new S3Client({ ...account, endpoint: emulators.fauxqsUrl, forcePathStyle: true }),
    sqs: new SQSClient({ ...account, endpoint: emulators.fauxqsUrl }),
  }
  const [resources, port] = await Promise.all([provision(clients, `e${randomBytes(6).toString('hex')}`), freePort()])
  const url = `http://localhost:${port}`
  const named = (id: string) => resources[id] ?? ''
  await Promise.all(
    (await pageObjects()).map(({ key, body, contentType, cacheControl }) =>
      clients.s3.send(
        new PutObjectCommand({
          Bucket: named('Web'),
          Key: key,
          Body: body,
          ContentType: contentType,
          CacheControl: cacheControl,
        }),
      ),
    ),
  )
  const originSecret = randomBytes(24).toString('base64url')
  secrets.values.set('first', originSecret).set('second', '')
  // As on a laptop, where everybody is one visitor, unless a journey says otherwise.
  const write = (settings: Record<string, string>) =>
    secrets.values.set(
      'settings',
      JSON.stringify({ HOST: '127.0.0.1', PUBLIC: 'false', PUBLIC_URL: url, LOG_LEVEL: 'info', ...settings }),
    )
  const settings = { ...env }
  write(settings)

  const roles = templateRoles(resources)
  const faults = {
    dynamo: await startFaultProxy(emulators.dynamoUrl, roles.allow),
    s3: await startFaultProxy(emulators.fauxqsUrl, roles.allow),
    sqs: await startFaultProxy(emulators.fauxqsUrl, roles.allow),
  }
  let folder = builtFolder
  const settingsOf = (name: keyof Deployment['functions'], timeoutMs: number): FunctionSettings => ({
    taskRoot: resolve(folder, name),
    handler: 'index.handler',
    timeoutMs,
    memoryMb: 1024,
    env: {
      ...emulators.env,
      AWS_ACCESS_KEY_ID: idOf[name],
      AWS_ENDPOINT_URL_DYNAMODB: faults.dynamo.url,
      AWS_ENDPOINT_URL_S3: faults.s3.url,
      AWS_ENDPOINT_URL_SQS: faults.sqs.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
      TABLE_NAME: named('Table'),
      IMAGES_BUCKET: named('Images'),
      TASKS_QUEUE_URL: named('Tasks'),
      SETTINGS_SECRET_ARN: 'settings',
      ORIGIN_SECRET_ARNS: 'first,second',
      STACK_NAME: 'emulated',
    },
  })
  const wanted = () => ({
    api: settingsOf('api', 29_000),
    files: settingsOf('files', 900_000),
    worker: settingsOf('worker', 300_000),
    sweeper: settingsOf('sweeper', 60_000),
  })
  const first = wanted()
  const functions = {
    api: lambdaFunction(first.api, 6),
    files: lambdaFunction(first.files, 2),
    worker: lambdaFunction(first.worker, workers),
    sweeper: lambdaFunction(first.sweeper, 1),
  }
  const sweep = async () => void (await functions.sweeper.invoke({}).catch(() => undefined))

  let running: { stop(): Promise<void> } | undefined
  const start = async () => {
    const front = await startFront(port, {
      behaviours: behavioursOf({ originSecret }),
      origins: {
        s3: clients.s3,
        buckets: { web: named('Web'), images: named('Images') },
        api: functions.api,
        files: functions.files,
      },
    })
    const pump = startTaskPump(clients.sqs, { queueUrl: named('Tasks'), worker: functions.worker, atOnce: workers })
    const schedule = setInterval(() => void sweep(), sweepEveryMs)
    running = {
      async stop() {
        clearInterval(schedule)
        front.stop()
        await pump.stop()
        for (const each of Object.values(functions)) each.stop()
      },
    }
  }
  const stop = async () => {
    await running?.stop()
    running = undefined
  }
  const replaceAll = () => {
    const next = wanted()
    for (const name of ['api', 'files', 'worker', 'sweeper'] as const) functions[name].replace(next[name])
  }

  await start()
  return {
    url,
    // Nothing of it is in a folder.
    dataDir: '',
    pid: () => 0,
    output: () =>
      Object.values(functions)
        .map((each) => each.output())
        .join(''),
    stop,
    kill: stop,
    async start(changed = {}) {
      write(Object.assign(settings, changed))
      replaceAll()
      await start()
    },
    async dispose() {
      await stop()
      for (const client of Object.values(clients)) client.destroy()
      for (const proxy of Object.values(faults)) proxy.stop()
      await Promise.all([emulators.stop(), secrets.stop()])
      noteRights(roles.used)
      if (roles.refused.size > 0) throw new Error(`The template's roles do not allow: ${[...roles.refused].join(', ')}`)
    },
    clients,
    resources,
    functions,
    faults,
    secretReads: secrets.reads,
    sweep,
    release(next) {
      folder = next
      replaceAll()
    },
  }
}
