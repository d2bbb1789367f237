import { readFileSync } from 'node:fs'

// Loaded into a server before its own code, see movable-clock.ts. Only the time of day moves: timers go on as they do on a
// machine whose clock is set.
const file = new URL(import.meta.url).searchParams.get('file') ?? ''
const RealDate = Date
const now = () => RealDate.now() + Number(readFileSync(file, 'utf8'))

globalThis.Date = new Proxy(RealDate, {
  get: (target, name, receiver): unknown => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  construct: (target, args: [], newTarget: Function) =>
    Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
  apply: () => new RealDate(now()).toString(),
})
