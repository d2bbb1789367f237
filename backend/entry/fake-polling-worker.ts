import { parentPort } from 'node:worker_threads'
import { fakePollingProvider } from '../providers/fake-polling-provider.ts'
import { serveCalls } from './serve-calls.ts'

// In the place of provider-worker.ts: a thread whose one provider is polled.
if (parentPort) serveCalls(parentPort, ({ baseUrl }) => fakePollingProvider({ url: baseUrl }))
