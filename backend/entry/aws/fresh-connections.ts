/**
 * Each request by a connection of its own. Between two events a function is frozen, and does not see that a connection which it
 * kept has been closed: what is sent by that is lost, and nobody can tell whether it has to be paid for.
 */
export const freshConnections =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
    headers.set('connection', 'close')
    return fetch(input, { ...init, headers })
  }
