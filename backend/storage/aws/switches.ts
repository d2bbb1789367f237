import * as z from 'zod/mini'
import type { Switches } from '../money.ts'
import type { Items } from './items.ts'

/** One item, with an attribute for each model that is off. */
export function awsSwitches(items: Items): Switches {
  const key = { pk: 'SWITCHES', sk: 'SWITCHES' }
  return {
    async off() {
      const item = (await items.get(key)) ?? {}
      const off = Object.entries(item).filter(([name]) => name.startsWith(prefix))
      return new Map(off.map(([name, since]) => [name.slice(prefix.length), z.int().parse(since)]))
    },
    async set(model, { on, at }) {
      const names = { '#off': `${prefix}${model}` }
      if (on) await items.update(key, { remove: ['#off'], names })
      else await items.update(key, { set: ['#off = if_not_exists(#off, :at)'], names, values: { ':at': at } })
    },
  }
}

const prefix = 'off#'
