import type { ImageStore } from '../storage/storage.ts'

/** Images in memory. */
export function memoryImages(): ImageStore & { has(key: string): boolean; keys(): string[] } {
  const images = new Map<string, Awaited<ReturnType<ImageStore['read']>>>()
  return {
    has: (key) => images.has(key),
    keys: () => [...images.keys()],
    async ready() {},
    async put(key, bytes, mediaType) {
      if (!images.has(key)) images.set(key, { bytes: new Uint8Array(bytes), mediaType })
    },
    read: async (key) => images.get(key),
    async open(key) {
      const image = images.get(key)
      return image && { body: image.bytes, byteLength: image.bytes.byteLength, mediaType: image.mediaType }
    },
    async removeAll(jobId) {
      for (const key of images.keys()) if (key.startsWith(`images/${jobId}/`)) images.delete(key)
    },
  }
}
