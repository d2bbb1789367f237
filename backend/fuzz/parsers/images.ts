import * as fc from 'fast-check'
import sharp from 'sharp'
import { inspectImage } from '../../jobs/inspect-image.ts'
import { ProviderError } from '../../providers/provider.ts'
import { hold } from '../judge.ts'
import { parser } from '../parser.ts'
import type { Property } from '../properties.ts'

const picture = sharp({ create: { width: 24, height: 16, channels: 3, background: '#a05070' } })
const sound = await Promise.all(
  (['png', 'jpeg', 'webp', 'gif', 'avif'] as const).map((kind) => picture.clone().toFormat(kind).toBuffer()),
)

/** A sound picture with some of its bytes changed, cut out or put in. */
const damaged = fc
  .tuple(
    fc.constantFrom(...sound),
    fc.array(fc.tuple(fc.nat(2000), fc.nat(3), fc.uint8Array({ maxLength: 4 })), { maxLength: 4 }),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
    ),
  )
  .map(([bytes, changes, kept]) => {
    const changed = changes.reduce((before, [at, cut, put]) => {
      const place = at % before.length
      return Buffer.concat([before.subarray(0, place), put, before.subarray(place + cut)])
    }, Buffer.from(bytes))
    return changed.subarray(0, Math.ceil(changed.length * kept))
  })

export const imageProperties: Property[] = [
  parser(
    'bytes are a sound image, or refused as none',
    2,
    fc.oneof({ weight: 9, arbitrary: damaged }, { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) }),
    async (bytes) => {
      try {
        const { width, height, thumbnail, mediaType } = await inspectImage(bytes)
        hold(width > 0 && height > 0 && width * height <= 64_000_000, `${width} × ${height}`)
        hold(thumbnail.length > 0 && thumbnail.length < 1_000_000, `a thumbnail of ${thumbnail.length} bytes`)
        hold(/^image\/(?:png|jpeg|webp|gif|avif)$/u.test(mediaType), mediaType)
      } catch (error) {
        hold(error instanceof ProviderError && error.code === 'invalid_image', String(error))
      }
    },
  ),
]
