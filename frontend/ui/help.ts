import { createStore } from './store.ts'

/** Whether the help is open, and where it begins. */
export const helpShown = createStore<false | 'help' | 'models'>(false)
