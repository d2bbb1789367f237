import { useState } from 'react'
import type { Image } from '../../contract/image.ts'
import { LostPicture } from '../ui/lost-picture.tsx'
import { thumbhashUrl } from '../ui/thumbhash.ts'

type PictureProps = { image: Image; alt: string; onOpen: () => void }

/** The thumbnail fades in over a blur of itself; the whole picture shows, whatever the shape of its place. */
export function Picture({ image, alt, onOpen }: PictureProps) {
  const [state, setState] = useState<'loading' | 'shown' | 'failed' | 'lost'>('loading')
  const blur = thumbhashUrl(image.thumbhash)
  return (
    <button
      type="button"
      className="group relative min-h-0 overflow-hidden bg-raised bg-cover bg-center -outline-offset-3"
      style={blur ? { backgroundImage: `url(${blur})` } : undefined}
      onClick={onOpen}
    >
      <img
        src={state === 'failed' || state === 'lost' ? image.url : image.thumbnailUrl}
        alt={alt}
        width={image.width}
        height={image.height}
        decoding="async"
        className={`absolute inset-0 size-full object-contain transition duration-300 group-hover:scale-[1.02] ${state === 'loading' ? 'opacity-0' : ''}`}
        onLoad={() => setState('shown')}
        onError={() => setState(state === 'failed' ? 'lost' : 'failed')}
      />
      {state === 'lost' && <LostPicture />}
    </button>
  )
}
