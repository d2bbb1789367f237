import { createStore } from './store.ts'

/** Whether the server wants a password before anything else: `api.ts` says so when it is refused for that. */
export const loggedOut = createStore(false)
