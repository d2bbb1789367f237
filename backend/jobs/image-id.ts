import { createHmac } from 'node:crypto'
import type { TaskKey } from '../storage/storage.ts'

/** The same image of the same attempt has the same id after a crash, and the id tells a viewer nothing of its model. */
export const imageIdOf = (jobSecret: string, { model, attempt }: TaskKey, index: number): string =>
  createHmac('sha256', jobSecret)
    .update(JSON.stringify([model, attempt, index]))
    .digest()
    .subarray(0, 16)
    .toString('base64url')
