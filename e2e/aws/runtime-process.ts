import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export type FunctionSettings = {
  /** The folder of the bundle. */
  taskRoot: string
  handler: string
  env: Record<string, string>
  timeoutMs: number
  memoryMb: number
}

export type Reply =
  | { kind: 'buffered'; body: Buffer }
  /** As Lambda hands it on: JSON about the answer, eight zero bytes, then the body while it comes. */
  | { kind: 'streaming'; message: IncomingMessage }

/** One execution environment: a process that runs a function under Lambda's own runtime client, one event at a time. */
export type RuntimeProcess = {
  child: ChildProcess
  /** From the spawn to the first question for an event, in milliseconds. */
  initMs: number
  /** Rejects when the function throws, when its process ends, and after its timeout, which ends the process as Lambda does. */
  invoke(event: unknown): Promise<Reply>
  output(): string
  stop(): void
}

const client = new URL('runtime/node_modules/aws-lambda-ric/index.mjs', import.meta.url).pathname

type Waiting = PromiseWithResolvers<Reply> & { id: string; payload: string }

/** Starts one and settles when it asks for its first event. Rejects with what it printed when its start fails. */
export async function startRuntimeProcess(settings: FunctionSettings): Promise<RuntimeProcess> {
  const { taskRoot, handler, env, timeoutMs, memoryMb } = settings
  const startedAt = performance.now()
  const ready = Promise.withResolvers<number>()
  let idle = Promise.withResolvers<ServerResponse>()
  idle.promise.catch(() => undefined)
  let current: Waiting | undefined
  let printed = ''

  const server = createServer((request, response) => void answer(request, response))
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').replace('/2018-06-01/runtime/', '')
    if (path === 'invocation/next') {
      ready.resolve(performance.now() - startedAt)
      idle.resolve(response)
      return
    }
    const accept = () => response.writeHead(202, { 'Content-Type': 'application/json' }).end('{}')
    if (path === 'init/error') {
      const body = await buffer(request)
      accept()
      return ready.reject(new Error(`The start of the function failed: ${body.toString()}\n${printed}`))
    }
    const [, id, kind] = path.split('/')
    const call = current?.id === id ? current : undefined
    if (kind === 'error') {
      const body = await buffer(request)
      accept()
      current = undefined
      return call?.reject(new Error(body.toString()))
    }
    if (request.headers['lambda-runtime-function-response-mode'] === 'streaming') {
      call?.resolve({ kind: 'streaming', message: request })
      // Also when it breaks off.
      await new Promise((closed) => request.once('close', closed))
      current = undefined
      return accept()
    }
    const body = await buffer(request)
    accept()
    current = undefined
    call?.resolve({ kind: 'buffered', body })
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const child = spawn(process.execPath, ['--max-semi-space-size=16', client, handler], {
    cwd: taskRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      LAMBDA_TASK_ROOT: taskRoot,
      _HANDLER: handler,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_LAMBDA_FUNCTION_NAME: 'function',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
      AWS_LAMBDA_LOG_GROUP_NAME: 'group',
      AWS_LAMBDA_LOG_STREAM_NAME: 'stream',
      ...env,
    },
  })
  const read = (chunk: Buffer) => (printed += chunk.toString())
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  child.once('exit', (code, signal) => {
    const ended = new Error(`The function's process ended with ${code ?? signal}\n${printed.slice(-2000)}`)
    ready.reject(ended)
    idle.reject(ended)
    current?.reject(ended)
    current = undefined
    server.closeAllConnections()
    server.close()
  })

  const initMs = await ready.promise.catch((error: unknown) => {
    child.kill('SIGKILL')
    throw error
  })

  return {
    child,
    initMs,
    output: () => printed,
    stop: () => child.kill('SIGKILL'),
    async invoke(event) {
      const response = await idle.promise
      idle = Promise.withResolvers()
      idle.promise.catch(() => undefined)
      const call = { ...Promise.withResolvers<Reply>(), id: randomUUID(), payload: JSON.stringify(event) }
      current = call
      const timeout = setTimeout(() => {
        call.reject(new Error(`Task timed out after ${timeoutMs / 1000} seconds`))
        child.kill('SIGKILL')
      }, timeoutMs)
      response
        .writeHead(200, {
          'Content-Type': 'application/json',
          'Lambda-Runtime-Aws-Request-Id': call.id,
          'Lambda-Runtime-Deadline-Ms': String(Date.now() + timeoutMs),
          'Lambda-Runtime-Invoked-Function-Arn': 'arn:aws:lambda:us-east-1:000000000000:function:function',
          'Lambda-Runtime-Trace-Id': 'Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0',
        })
        .end(call.payload)
      return call.promise.finally(() => clearTimeout(timeout))
    },
  }
}
