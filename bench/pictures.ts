import sharp from 'sharp'

/**
 * PNGs that cost as much to send, decode and shrink as photographs do: soft light with the noise of a sensor on it,
 * 1024 by 1024 pixels, 2 to 3 MB, unless another `size` is asked for. The same ones on every call.
 */
export function photographs(count: number, size = usualSize): Promise<Buffer[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => photograph(index + 1, size)))
}

const usualSize = 1024
/** Of the noise, in steps of 255: with less, a PNG of this size has less than 2 MB. */
const deviation = 12

async function photograph(seed: number, size: number): Promise<Buffer> {
  const pixels = Buffer.alloc(size * size * 3)
  const random = randomFrom(seed)
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const noise = (random() + random() + random() - 1.5) * 2 * deviation
      for (let channel = 0; channel < 3; channel += 1) {
        const grain = noise + (random() - 0.5) * deviation
        pixels[(y * size + x) * 3 + channel] = Math.min(255, Math.max(0, light(x, y, channel, seed) + grain))
      }
    }
  }
  return sharp(pixels, { raw: { width: size, height: size, channels: 3 } })
    .png({ adaptiveFiltering: true })
    .toBuffer()
}

const light = (x: number, y: number, channel: number, seed: number) =>
  128 +
  60 * Math.sin(x / (90 + 17 * seed) + channel) * Math.cos(y / (140 + 11 * channel)) +
  40 * Math.sin((x + 2 * y) / (300 + 31 * seed) + seed)

/** mulberry32 */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
