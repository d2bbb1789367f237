import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { CopyButton } from './copy-button.tsx'
import { pictureFileName } from './picture-file-name.ts'
import type { LightboxSlide } from '../ui/slide.ts'
import type { Zoom } from './use-zoom.ts'

type LightboxActionsProps = {
  slide: LightboxSlide
  zoom: Zoom
  detailed: boolean
  detailsId: string
  onDetails: () => void
}

/** The prompt, and what can be done with the picture. */
export function LightboxActions({ slide, zoom, detailed, detailsId, onDetails }: LightboxActionsProps) {
  return (
    <footer className="flex flex-wrap items-center justify-between gap-x-6 px-4 py-2">
      <p className="line-clamp-1 min-w-0 basis-full text-sm text-soft sm:line-clamp-2 sm:flex-1 sm:basis-60">
        {slide.job.prompt}
      </p>
      <div className="-mx-2 flex flex-1 items-center justify-between gap-1 sm:flex-none">
        <IconButton
          icon="search"
          label={zoom.view.scale > 1 ? 'Show the whole picture' : 'Zoom in'}
          onClick={() => zoom.toggle()}
        />
        <CopyButton text={slide.job.prompt} label="Copy prompt" />
        <a
          href={slide.image.url}
          download={pictureFileName(slide)}
          className="inline-grid size-11 place-items-center rounded-xl text-soft transition hover:bg-raised hover:text-text active:scale-95"
          aria-label="Download"
          title="Download"
        >
          <Icon name="download" />
        </a>
        <Button
          look="bare"
          aria-expanded={detailed}
          aria-controls={detailed ? detailsId : undefined}
          className="aria-expanded:bg-tint aria-expanded:text-accent"
          onClick={onDetails}
        >
          Details
        </Button>
      </div>
    </footer>
  )
}
