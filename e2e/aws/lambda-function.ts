import { type FunctionSettings, type Reply, type RuntimeProcess, startRuntimeProcess } from './runtime-process.ts'

/** A function that scales as Lambda does: an event that finds no idle process gets a new one, up to `most`. */
export type LambdaFunction = {
  invoke(event: unknown): Promise<Reply>
  processes(): readonly RuntimeProcess[]
  settings(): FunctionSettings
  output(): string
  /** From now on events get processes of these settings; what is under way ends as it began. */
  replace(settings: FunctionSettings): void
  stop(): void
}

export function lambdaFunction(first: FunctionSettings, most: number): LambdaFunction {
  let settings = first
  let idle: RuntimeProcess[] = []
  const all = new Set<RuntimeProcess>()
  const waiting: ((started: RuntimeProcess | undefined) => void)[] = []
  const old = new WeakSet<RuntimeProcess>()
  let starting = 0
  let ended = ''

  const start = async (): Promise<RuntimeProcess> => {
    starting += 1
    const of = settings
    try {
      const started = await startRuntimeProcess(of)
      all.add(started)
      started.child.once('exit', () => {
        all.delete(started)
        idle = idle.filter((each) => each !== started)
        ended += started.output()
      })
      return started
    } finally {
      starting -= 1
    }
  }

  const take = async (): Promise<RuntimeProcess> => {
    const free = idle.pop()
    if (free) return free
    if (all.size + starting < most) return start()
    const { promise, resolve } = Promise.withResolvers<RuntimeProcess | undefined>()
    waiting.push(resolve)
    return (await promise) ?? take()
  }

  const giveBack = (used: RuntimeProcess) => {
    const next = waiting.shift()
    if (old.has(used)) used.stop()
    const isAlive = all.has(used) && !old.has(used)
    if (next) return next(isAlive ? used : undefined)
    if (isAlive) idle.push(used)
  }

  const stop = () => {
    for (const each of all) each.stop()
  }

  return {
    async invoke(event) {
      const process = await take()
      try {
        const reply = await process.invoke(event)
        if (reply.kind === 'streaming') reply.message.once('close', () => giveBack(process))
        else giveBack(process)
        return reply
      } catch (error) {
        giveBack(process)
        throw error
      }
    },
    processes: () => Array.from(all),
    settings: () => settings,
    output: () => ended + Array.from(all, (each) => each.output()).join(''),
    replace(next) {
      settings = next
      for (const each of all) old.add(each)
      for (const each of idle) each.stop()
      idle = []
    },
    stop,
  }
}
