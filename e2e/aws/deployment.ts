import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { lambdaFunctions } from '../../infra/lambda-functions.ts'
import { functionEnvironment } from '../../infra/template/function-environment.ts'
import { freePort, type Server } from '../server.ts'
import { behavioursOf } from './distribution.ts'
import { type EmulatedAccount, startAccount } from './emulated-account.ts'
import { startFront } from './front.ts'
import { type LambdaFunction, lambdaFunction } from './lambda-function.ts'
import type { FunctionSettings } from './runtime-process.ts'
import { startTaskPump } from './task-pump.ts'

type FunctionName = (typeof lambdaFunctions)[number]

/** The product as it is deployed: its bundles under Lambda's runtime client, emulators of AWS, a front like CloudFront. */
export type Deployment = Server &
  Pick<EmulatedAccount, 'clients' | 'faults' | 'resources'> & {
    functions: Record<FunctionName, LambdaFunction>
    /** How often each secret was read: `settings`, and `first` and `second` of the front. */
    secretReads: ReadonlyMap<string, number>
    /** The sweeper's next round, at once. */
    sweep(): Promise<void>
    /** The bundles of another folder from now on. */
    release(folder: string): void
  }

export const builtFolder = 'dist/lambda-here'

/** More would only share the cores of the machine. */
const most = { api: 6, files: 2, worker: 5, sweeper: 1 }
const timeoutsMs = { api: 29_000, files: 900_000, worker: 300_000, sweeper: 60_000 }

/** As the template names them, which is by whose access key they are told apart. */
const idOf = { api: 'Api', files: 'Files', worker: 'Worker', sweeper: 'Sweeper' }

/** The template's schedule, told faster. */
const usualSweepMs = 3000

export async function startDeployment(
  env: Record<string, string> = {},
  { sweepEveryMs = usualSweepMs }: { sweepEveryMs?: number } = {},
): Promise<Deployment> {
  const [account, port] = await Promise.all([startAccount(), freePort()])
  const { clients, resources, secrets, faults } = account
  const url = `http://localhost:${port}`
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

  let folder = builtFolder
  const functions = startFunctions(account, folder)
  const sweep = async () => void (await functions.sweeper.invoke({}).catch(() => undefined))
  const replaceAll = () => {
    for (const name of lambdaFunctions) functions[name].replace(settingsOf(name, account, folder))
  }

  let running: { stop(): Promise<void> } | undefined
  const start = async () => {
    const { api, files, worker } = functions
    const buckets = { web: resources['Web'] ?? '', images: resources['Images'] ?? '' }
    const front = await startFront(port, {
      behaviours: behavioursOf({ originSecret }),
      origins: { s3: clients.s3, buckets, api, files },
    })
    const pump = startTaskPump(clients.sqs, { queueUrl: resources['Tasks'] ?? '', worker, atOnce: most.worker })
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
      await account.dispose()
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

const startFunctions = (account: EmulatedAccount, folder: string) => {
  const of = (name: FunctionName) => lambdaFunction(settingsOf(name, account, folder), most[name])
  return { api: of('api'), files: of('files'), worker: of('worker'), sweeper: of('sweeper') }
}

/** With the variables that the template gives it, and no others. */
function settingsOf(name: FunctionName, { env, resources }: EmulatedAccount, folder: string): FunctionSettings {
  const id = idOf[name]
  const values: Record<string, string | undefined> = {
    TABLE_NAME: resources['Table'],
    IMAGES_BUCKET: resources['Images'],
    TASKS_QUEUE_URL: resources['Tasks'],
    SETTINGS_SECRET_ARN: 'settings',
    ORIGIN_SECRET_ARNS: 'first,second',
    STACK_NAME: 'emulated',
  }
  const own = (functionEnvironment[id] ?? []).flatMap((key) =>
    values[key] === undefined ? [] : [[key, values[key]] as const],
  )
  return {
    taskRoot: resolve(folder, name),
    handler: 'index.handler',
    timeoutMs: timeoutsMs[name],
    memoryMb: 1024,
    env: { ...env, AWS_ACCESS_KEY_ID: id, ...Object.fromEntries(own) },
  }
}
