import { type CSSProperties, type RefObject, useState } from 'react'
import { lostWords } from '../ui/lost-picture.tsx'
import { pictureWords } from '../ui/picture-words.ts'
import { thumbhashUrl } from '../ui/thumbhash.ts'
import type { LightboxSlide } from '../ui/slide.ts'
import { useGestures } from './use-gestures.ts'
import type { Zoom } from './use-zoom.ts'

type StageProps = {
  ref: RefObject<HTMLDivElement | null>
  slide: LightboxSlide
  zoom: Zoom
  onSwipe: (step: 1 | -1) => void
}

/** The picture as large as it fits: its blurred likeness, then the small picture, then the full one fading in. */
export function Stage({ ref, slide, zoom, onSwipe }: StageProps) {
  const { pulled, handlers } = useGestures(ref, zoom, onSwipe)
  const { scale, x, y } = zoom.view
  const { width, height } = slide.image
  const place: CSSProperties = {
    aspectRatio: width / height,
    width: `min(100cqw - 2 * var(--beside), 100cqh * ${width / height})`,
    transform: `translate(${x + pulled}px, ${y}px) scale(${scale})`,
  }
  return (
    <div
      ref={ref}
      className={`grid size-full touch-none place-items-center overflow-hidden select-none [--beside:0px] sm:[--beside:4rem] [container-type:size] ${scale > 1 ? 'cursor-grab active:cursor-grabbing' : 'cursor-zoom-in'}`}
      {...handlers}
    >
      <div className={`relative ${pulled === 0 && scale === 1 ? 'transition-transform' : ''}`} style={place}>
        <Layers key={slide.image.url} slide={slide} />
      </div>
    </div>
  )
}

function Layers({ slide }: { slide: LightboxSlide }) {
  const { image } = slide
  const [full, setFull] = useState<'failed' | 'loading' | 'shown'>('loading')
  const [small, setSmall] = useState<'failed' | 'there'>('there')
  const likeness = thumbhashUrl(image.thumbhash)
  const layer = 'absolute inset-0 size-full rounded-lg object-cover'
  return (
    <>
      <img
        src={image.thumbnailUrl}
        alt=""
        draggable={false}
        className={`${layer} bg-cover`}
        style={backdrop(likeness)}
        onError={() => setSmall('failed')}
      />
      <img
        src={image.url}
        alt={pictureWords(slide)}
        draggable={false}
        decoding="async"
        fetchPriority="high"
        className={`${layer} transition-opacity duration-300 ${full === 'shown' ? '' : 'opacity-0'}`}
        onLoad={() => setFull('shown')}
        onError={() => setFull('failed')}
      />
      {full === 'failed' && (
        <p role="alert" className="absolute inset-x-4 bottom-4 rounded-xl bg-surface/90 p-3 text-center text-sm">
          {small === 'failed' ? lostWords : 'The full picture could not be loaded. This is its small copy.'}
        </p>
      )}
    </>
  )
}

const backdrop = (url: string | undefined): CSSProperties =>
  url === undefined ? {} : { backgroundImage: `url(${url})` }
