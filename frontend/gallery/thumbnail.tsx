import { useState } from 'react'
import type { Image } from '../../contract/image.ts'
import { LostPicture } from '../ui/lost-picture.tsx'
import { thumbhashUrl } from '../ui/thumbhash.ts'

type ThumbnailProps = {
  picture: Pick<Image, 'height' | 'thumbhash' | 'thumbnailUrl' | 'width'>
  alt: string
  className?: string
  fit?: 'object-contain' | 'object-cover'
}

/** Its blurred likeness at once, the picture fading in over it; fills the place it is given. */
export function Thumbnail({ picture, alt, className = '', fit = 'object-cover' }: ThumbnailProps) {
  const { thumbnailUrl, thumbhash, width, height } = picture
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  const likeness = thumbhashUrl(thumbhash)
  return (
    <span
      className={`relative block overflow-hidden bg-raised bg-cover bg-center ${state === 'loading' && likeness === undefined ? 'animate-sheen' : ''} ${className}`}
      style={likeness === undefined ? {} : { backgroundImage: `url(${likeness})` }}
    >
      <img
        src={thumbnailUrl}
        alt={alt}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
        className={`size-full transition-opacity duration-300 ${fit} ${state === 'loading' ? 'opacity-0' : ''}`}
        onLoad={() => setState('shown')}
        onError={() => setState('failed')}
      />
      {/* Without words of its own it stands beside others that say as much. */}
      {state === 'failed' && alt !== '' && <LostPicture />}
    </span>
  )
}
