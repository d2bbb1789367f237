import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { isRunning, Job } from '../contract/job.ts'
import { ask, startJob } from './client.ts'
import { freePort } from '../e2e/server.ts'

export type Newcomer = {
  run(command: string, args: string[]): Promise<void>
  /** `npm start`, the page, a run, its first picture, Ctrl+C. Seconds since `npm start` was typed. */
  start(): Promise<{ readySeconds: number; pictureSeconds: number }>
}

/** Somebody at a terminal in a fresh clone: none of this checkout's tools, settings or keys. */
export function newcomer({ clone, npmCache }: { clone: string; npmCache: string }): Newcomer {
  const env = { ...ownEnvironment(), npm_config_cache: npmCache }
  return {
    async run(command, args) {
      await promisify(execFile)(command, args, { cwd: clone, env, maxBuffer: 1 << 27 })
    },
    async start() {
      const port = await freePort()
      const startedAt = performance.now()
      const seconds = () => (performance.now() - startedAt) / 1000
      const terminal = openTerminal('npm', ['start'], { cwd: clone, env: { ...env, PORT: String(port) } })
      const url = await terminal.reads(/ready at (http:\/\/\S+)/u)
      const page = await fetch(url)
      if (!(await page.text()).includes('<div id="root">')) throw new Error('The page was not answered')
      const readySeconds = seconds()
      await firstPicture(url)
      const pictureSeconds = seconds()
      await terminal.interrupt()
      return { readySeconds, pictureSeconds }
    },
  }
}

/** A command with a process group of its own, so that Ctrl+C reaches all of it, as it does in a terminal. */
function openTerminal(command: string, args: string[], options: { cwd: string; env: Record<string, string> }) {
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  const signal = (name: NodeJS.Signals) => child.pid !== undefined && process.kill(-child.pid, name)
  const abandon = () => signal('SIGKILL')
  process.once('exit', abandon)
  // Not `exit`: npm may end before the server that it has started.
  const closed = once(child, 'close').then(() => process.off('exit', abandon))
  const lines = createInterface({ input: child.stdout })
  return {
    /** What the pattern's first group finds in a line. */
    async reads(pattern: RegExp): Promise<string> {
      const found = Promise.withResolvers<string>()
      lines.on('line', (line) => {
        const text = pattern.exec(line)?.[1]
        if (text !== undefined) found.resolve(text)
      })
      void closed.then(() => found.reject(new Error(`${command} ${args.join(' ')} ended by itself`)))
      return found.promise
    },
    async interrupt(): Promise<void> {
      signal('SIGINT')
      await closed
    },
  }
}

const kept = /^(?:HOME|LANG|TMPDIR|npm_config_registry|(?:https?|no)_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE)$/iu

/** `npm run` puts this checkout's Node and settings into the environment. */
function ownEnvironment(): Record<string, string> {
  const path = process.env['PATH'] ?? ''
  const outside = path.split(':').filter((folder) => !/node_modules|node-gyp-bin/u.test(folder))
  const others = Object.entries(process.env).flatMap(([name, value]) =>
    kept.test(name) && value !== undefined ? [[name, value] as const] : [],
  )
  return { PATH: outside.join(':'), ...Object.fromEntries(others) }
}

async function firstPicture(url: string): Promise<void> {
  let job = await startJob({ url }, { prompt: 'three red boats on a misty lake at dawn' })
  for (;;) {
    const painted = job.results.find(({ status }) => status === 'completed')
    if (painted?.status === 'completed') {
      const picture = await fetch(url + painted.images[0]!.thumbnailUrl)
      await picture.arrayBuffer()
      if (picture.status === 200) return
      throw new Error(`The picture was answered with ${picture.status}`)
    }
    if (!isRunning(job)) throw new Error(`The run ended as ${job.status}`)
    job = Job.parse(await ask({ url }, `/api/status/${job.jobId}?after=${job.version}`))
  }
}
