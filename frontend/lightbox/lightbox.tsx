import { useEffect, useId, useRef, useState } from 'react'
import { IconButton } from '../ui/icon-button.tsx'
import { leftIcon } from '../ui/late-icons.ts'
import { useModal } from '../ui/use-modal.ts'
import { Details } from './details.tsx'
import { LightboxActions } from './lightbox-actions.tsx'
import type { LightboxSlide } from '../ui/slide.ts'
import { Stage } from './stage.tsx'
import { useLightboxKeys } from './use-lightbox-keys.ts'
import { useZoom } from './use-zoom.ts'

type LightboxProps = { slides: readonly LightboxSlide[]; index: number; onIndex(i: number): void; onClose(): void }

/** Pictures one at a time, as large as the window. `index` says which; the page keeps it. */
export function Lightbox({ slides, index, onIndex, onClose }: LightboxProps) {
  const slide = slides[index]
  return slide && <Show {...{ slides, slide, index, onIndex, onClose }} />
}

function Show({ slides, slide, index, onIndex, onClose }: LightboxProps & { slide: LightboxSlide }) {
  const modal = useModal(onClose)
  const stage = useRef<HTMLDivElement>(null)
  const headingId = useId()
  const detailsId = useId()
  const [detailed, setDetailed] = useState(false)
  const zoom = useZoom(stage, slide.image.url)
  const show = (next: number) => next !== index && slides[next] && onIndex(next)
  const last = slides.length - 1

  usePreloaded([slides[index + 1], slides[index - 1]])
  useLightboxKeys({ zoom, onStep: (step) => show(index + step), onFirst: () => show(0), onLast: () => show(last) })

  return (
    <dialog
      {...modal}
      aria-labelledby={headingId}
      className="m-0 h-dvh max-h-none w-full max-w-none flex-col overflow-hidden bg-ground text-text scheme-dark open:flex"
    >
      <header className="flex items-center gap-3 py-1 pr-1 pl-4">
        <h2 id={headingId} className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
          <span className="shrink-0 text-sm text-soft tabular-nums">
            {index + 1} of {slides.length}
          </span>
          <span className="max-w-full truncate font-semibold">{slide.result.name}</span>
          {slide.result.provider === 'sketch' && <span className="shrink-0 text-2xs text-soft">sketch, not AI</span>}
        </h2>
        <output className="sr-only">
          {index + 1} of {slides.length}, {slide.result.name}
        </output>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <div className="relative min-h-0 min-w-0 flex-1">
          <Stage ref={stage} slide={slide} zoom={zoom} onSwipe={(step) => show(index + step)} />
          <StepButton
            side="left"
            high={detailed}
            label="Previous picture"
            end={index === 0}
            onStep={() => show(index - 1)}
          />
          <StepButton
            side="right"
            high={detailed}
            label="Next picture"
            end={index === last}
            onStep={() => show(index + 1)}
          />
        </div>
        {detailed && <Details id={detailsId} slide={slide} />}
      </div>
      <LightboxActions
        slide={slide}
        zoom={zoom}
        detailed={detailed}
        detailsId={detailsId}
        onDetails={() => setDetailed(!detailed)}
      />
    </dialog>
  )
}

/** `high`: in the middle of the picture on phones too, where it is else in reach of the thumb. */
type StepButtonProps = { side: 'left' | 'right'; high: boolean; label: string; end: boolean; onStep: () => void }

const sides = { left: 'left-2', right: 'right-2' } as const

// Not disabled at an end: the focus would be lost on the way.
const StepButton = ({ side, high, label, end, onStep }: StepButtonProps) => (
  <IconButton
    icon={side === 'left' ? leftIcon : 'right'}
    label={label}
    aria-disabled={end}
    className={`absolute ${high ? 'top-1/2 -translate-y-1/2' : 'bottom-2'} bg-surface/80 text-text aria-disabled:opacity-40 sm:top-1/2 sm:bottom-auto sm:-translate-y-1/2 ${sides[side]}`}
    onClick={onStep}
  />
)

function usePreloaded(slides: readonly (LightboxSlide | undefined)[]): void {
  const urls = slides.flatMap((slide) => (slide ? [slide.image.url] : [])).join(' ')
  useEffect(() => {
    for (const url of urls.split(' ')) if (url) new Image().src = url
  }, [urls])
}
