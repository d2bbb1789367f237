import type { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Generate,
  type Generated,
  type ImageModel,
  type ImageRequest,
  ProviderError,
} from '../providers/provider.ts'
import type { Attempt, SentRequest } from './attempts.ts'
import type { Verdict } from './invariants.ts'
import { modelOf, type Painter, painters } from './painters.ts'
import { type Fate, fateOf } from './provider-fate.ts'
import type { Random } from './random.ts'
import type { Actor, Schedule } from './schedule.ts'
import type { Tally } from './tally.ts'

/** The attempt that a run works at: known from its claim on, wherever its calls lead. */
export type Running = AsyncLocalStorage<{ attempt?: Attempt }>

type Order = { attempt: Attempt; call: number; request: SentRequest; fate: Fate }

type Context = {
  schedule: Schedule
  random: Random
  tally: Tally
  running: Running
  sent: (attempt: Attempt, call: number, count: number) => SentRequest
} & Pick<Verdict, 'hold'>

/** The far side: it goes on when a server process dies, and knows what it was asked for. */
export function simulatedProvider({ schedule, random, tally, running, sent, hold }: Context): {
  modelsFor(who: Actor): ImageModel[]
  /** Calls that wait for an answer. */
  inFlight(): { who: Actor; hangs: boolean }[]
} {
  const orders = new Map<string, Order>()
  const inFlight = new Set<{ who: Actor; hangs: boolean }>()

  const generate =
    (who: Actor, painter: Painter): Generate =>
    async (request) => {
      const attempt = running.getStore()?.attempt
      if (!attempt) throw new Error('A call was made outside of any run')
      // The seed of a job is a multiple of 1000; each image has the next.
      const call = Math.floor(((request.seed ?? 0) % 1000) / painter.imagesPerCall)
      const name = `call ${call} of ${attempt.name}`
      const order =
        request.ticket === undefined
          ? await accept(who, painter, { request, attempt, call, name })
          : orders.get(request.ticket)
      hold(
        'no unexpected error',
        order?.attempt === attempt && order.call === call,
        () => `${name} shows a ticket of another call`,
      )
      if (!order) throw new ProviderError('unavailable', 'There is no such ticket.', { didNoWork: false })
      if (request.ticket !== undefined) tally.count('provider: what an earlier process sent is collected')
      return answer(who, order, { signal: request.signal, name })
    }

  const accept = async (
    who: Actor,
    painter: Painter,
    { request, attempt, call, name }: { request: ImageRequest; attempt: Attempt; call: number; name: string },
  ): Promise<Order> => {
    await schedule.wait(who, () => `${name} is sent`)
    request.signal.throwIfAborted()
    const fate = fateOf(random, painter, request.count)
    tally.count(`provider: ${fate.kind}`)
    const order = { attempt, call, request: sent(attempt, call, request.count), fate }
    if (painter.ticket && fate.kind !== 'no_work') {
      const ticket = `ticket ${orders.size}`
      orders.set(ticket, order)
      await schedule.wait(who, () => `${name} is given ${ticket}`)
      await request.onTicket?.(ticket)
    }
    return order
  }

  const answer = async (
    who: Actor,
    { fate, request }: Order,
    { signal, name }: { signal: AbortSignal; name: string },
  ): Promise<Generated> => {
    const heeds = fate.kind === 'hangs' || random.chance(0.7)
    const ms = fate.kind === 'hangs' ? Infinity : random.pick([0, 300, 2000, 5000])
    const call = { who, hangs: fate.kind === 'hangs' }
    inFlight.add(call)
    await schedule.wait(who, () => `${name} is answered: ${fate.kind}`, { ms, ...(heeds && { signal }) })
    inFlight.delete(call)
    if (heeds) signal.throwIfAborted()
    if (fate.kind === 'hangs') throw new Error('A call that hangs ends when it is aborted')
    // What comes after the signal is not taken.
    if (!signal.aborted)
      Object.assign(
        request,
        fate.kind === 'paints'
          ? { answer: 'paid', chargeMicroUsd: fate.chargeMicroUsd }
          : { answer: fate.kind === 'no_work' ? 'no_work' : 'lost' },
      )
    if (fate.kind !== 'paints') throw fate.error
    return fate.generated
  }

  return {
    inFlight: () => [...inFlight].filter(({ who }) => who.alive),
    modelsFor: (who) => painters.map((painter) => modelOf(painter, generate(who, painter))),
  }
}
