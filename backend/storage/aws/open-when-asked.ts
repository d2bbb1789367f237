import type { s3Images } from './images.ts'

type BucketImages = ReturnType<typeof s3Images>

/** Images that are opened when something is first asked of them, once. */
export function openWhenAsked(open: () => Promise<BucketImages>): BucketImages {
  let opened: Promise<BucketImages> | undefined
  const images = () => (opened ??= open())
  return {
    probe: async () => (await images()).probe(),
    ready: async () => (await images()).ready(),
    put: async (...of) => (await images()).put(...of),
    read: async (key) => (await images()).read(key),
    open: async (key) => (await images()).open(key),
    removeAll: async (jobId) => (await images()).removeAll(jobId),
  }
}
