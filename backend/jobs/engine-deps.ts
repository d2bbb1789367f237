import type { Logger } from 'pino'
import type { ImageModel } from '../providers/provider.ts'
import type { Clock } from './clock.ts'
import type { InspectedImage } from './inspect-image.ts'
import type { JobDeps } from './job-deps.ts'
import type { Lanes } from './lanes.ts'
import type { UsualTimes } from './usual-times.ts'

/** What running tasks needs beside what requests need. Durations in milliseconds. */
export type EngineDeps = Omit<JobDeps, 'queue' | 'secret'> &
  Clock & {
    models: ReadonlyMap<string, ImageModel>
    lanes: Lanes
    usualTimes: UsualTimes
    /** Decodes the bytes off the HTTP thread; throws ProviderError `invalid_image`. */
    inspect: (bytes: Uint8Array) => Promise<InspectedImage>
    log: Logger
    /** From claim to the last byte of the last call, waiting for its turn included. */
    taskTimeoutMs: number
    leaseMs: number
  }
