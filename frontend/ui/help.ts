import { createStore } from './store.ts'

export const helpShown = createStore(false)
