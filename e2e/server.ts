import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The product as `npm start` runs it, in a process of its own, or as it is deployed. */
export type Server = {
  url: string
  dataDir: string
  pid(): number
  /** What it has printed so far. */
  output(): string
  /** Ctrl+C; settles when the process has ended. */
  stop(): Promise<void>
  /** kill -9. */
  kill(): Promise<void>
  /** `changed`: settings that are other ones from now on. */
  start(changed?: Record<string, string>): Promise<void>
  /** Stops it and removes its folder. */
  dispose(): Promise<void>
}

/** Whether it is the deployed product that the journeys are gone through. */
export const isDeployed = process.env['E2E_TARGET'] === 'aws'

/** `through`: a command, with its arguments, that becomes the server's; of a process alone. */
export async function startServer(env: Record<string, string> = {}, through: string[] = []): Promise<Server> {
  if (isDeployed) return (await import('./aws/deployment.ts')).startDeployment(env)
  const dataDir = mkdtempSync(join(tmpdir(), 'pixel-prompt-e2e-'))
  const port = await freePort()
  const settings = { ...env }
  let child: ChildProcess | undefined
  let printed = ''

  const end = async (signal: NodeJS.Signals) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }

  const server: Server = {
    url: `http://localhost:${port}`,
    dataDir,
    pid: () => child?.pid ?? 0,
    output: () => printed,
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
    async start(changed = {}) {
      const own = { DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'info', ...Object.assign(settings, changed) }
      const [command, ...args] = [...through, process.execPath, 'backend/entry/local.ts']
      const started = spawn(command, args, {
        env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...own },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      const ready = Promise.withResolvers<void>()
      const read = (line: string) => {
        printed += `${line}\n`
        if (line.includes(`http://localhost:${port}`)) ready.resolve()
      }
      createInterface({ input: started.stdout }).on('line', read)
      createInterface({ input: started.stderr }).on('line', read)
      started.once('exit', (code, signal) => {
        printed += `The server ended with ${code ?? signal}\n`
        ready.reject(new Error(printed))
      })
      await ready.promise
    },
    async dispose() {
      await end('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  await server.start()
  return server
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}
