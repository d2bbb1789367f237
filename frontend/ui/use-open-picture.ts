import type { Image } from '../../contract/image.ts'
import type { Job } from '../../contract/job.ts'
import { usePageActions } from './page-actions.ts'
import { slidesOf } from './slide.ts'

/** Opens one picture of a job, with all others of the job around it. */
export function useOpenPicture(job: Job): (image: Image) => void {
  const { openSlides } = usePageActions()
  return (image) => {
    const slides = slidesOf(job)
    openSlides(
      slides,
      slides.findIndex((slide) => slide.image === image),
    )
  }
}
