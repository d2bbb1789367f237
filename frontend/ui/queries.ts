import { QueryClient } from '@tanstack/react-query'
import { connection } from './connection.ts'

/** The cache of what the server said. What failed while the server was away is asked again when it is back. */
export const queries = new QueryClient({
  defaultOptions: {
    // The server may well run on this very machine: being offline is no reason to wait.
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: 60_000 },
    mutations: { networkMode: 'always', retry: false },
  },
})

connection.subscribe(() => {
  if (connection.get() === 'up') void queries.refetchQueries({ predicate: ({ state }) => state.status === 'error' })
})
