import { parentPort } from 'node:worker_threads'
import { connectHere } from '../providers/adapter.ts'
import { serveCalls } from './serve-calls.ts'

// Replies of several megabytes are read, parsed and decoded here, so that HTTP keeps a core.
if (parentPort) serveCalls(parentPort, connectHere({ fetch: globalThis.fetch, now: Date.now }))
