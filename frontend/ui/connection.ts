import { createStore } from './store.ts'

/** Whether the last exchange with the server worked: `api.ts` says so after each. */
export const connection = {
  ...createStore<'up' | 'down'>('up'),
  lost: () => connection.set('down'),
  found: () => connection.set('up'),
}
