import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { imageThreads } from './image-threads.ts'

// Has as many pictures of 40 megapixels opened at once as its argument says, and prints what that took.
const count = Number(process.argv[2])
const images = imageThreads(count)
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#804060' } })
    .jpeg({ progressive: true })
    .toBuffer()
const inspectAll = (bytes: Uint8Array) => Promise.all(Array.from({ length: count }, () => images.inspect(bytes)))
const [small, large] = [await picture(10, 10), await picture(7400, 5400)]

await inspectAll(small)
const before = process.memoryUsage.rss()
const inspected = await inspectAll(large)
const peak = 1024 * Number(/^VmHWM:\s+(\d+) kB/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
await images.close()
console.log(JSON.stringify({ widths: inspected.map(({ width }) => width), grownMb: Math.round((peak - before) / 1e6) }))
