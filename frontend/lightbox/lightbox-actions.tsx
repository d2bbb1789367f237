import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { pictureFileName } from '../ui/picture-file-name.ts'
import type { LightboxSlide } from '../ui/slide.ts'
import type { Zoom } from './use-zoom.ts'
import { downloadIcon, zoomIcon } from '../ui/late-icons.ts'

type LightboxActionsProps = {
  slide: LightboxSlide
  zoom: Zoom
  detailed: boolean
  detailsId: string
  onDetails: () => void
}

/** The prompt, and what can be done with the picture. */
export function LightboxActions({ slide, zoom, detailed, detailsId, onDetails }: LightboxActionsProps) {
  const zoomed = zoom.view.scale > 1
  return (
    <footer className="flex flex-wrap items-center justify-between gap-x-6 px-4 py-2">
      {/* The details begin with it. */}
      <p
        className={`line-clamp-1 min-w-0 basis-full text-sm text-soft sm:line-clamp-2 sm:flex-1 sm:basis-60 ${detailed ? 'max-sm:hidden sm:invisible' : ''}`}
      >
        {slide.job.prompt}
      </p>
      <div className="-mx-2 flex flex-1 items-center justify-between gap-1 sm:flex-none">
        <Button
          look="bare"
          className="px-3!"
          aria-label={zoomed ? 'Show the whole picture' : 'Zoom in'}
          title={zoomed ? 'Show the whole picture' : 'Zoom in'}
          onClick={() => zoom.toggle()}
        >
          <Icon name={zoomIcon} />
          <span className="max-lg:hidden">{zoomed ? 'Whole picture' : 'Zoom'}</span>
        </Button>
        <CopyButton text={slide.job.prompt} label="Copy prompt" labelled="visibly" />
        <a
          href={slide.image.url}
          download={pictureFileName(slide)}
          className="inline-flex min-h-11 items-center gap-2 rounded-xl px-3 text-sm text-soft transition hover:bg-raised hover:text-text active:scale-95"
          aria-label="Download"
          title="Download"
        >
          <Icon name={downloadIcon} />
          <span className="max-lg:hidden">Download</span>
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
