declare module 'dynalite' {
  import type { Server } from 'node:http'

  /** DynamoDB on whatever port it is told to listen on. Durations in milliseconds. */
  export default function dynalite(options: {
    createTableMs: number
    deleteTableMs: number
    updateTableMs: number
  }): Server
}
