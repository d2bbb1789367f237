import type { Image } from '../../contract/image.ts'
import type { Job, Result } from '../../contract/job.ts'

export type CompletedResult = Extract<Result, { status: 'completed' }>

/** One picture that can be looked at in full, with where it comes from. */
export type LightboxSlide = { image: Image; result: CompletedResult; job: Job }

/** Every picture of a job, in the order of its models. */
export const slidesOf = (job: Job): LightboxSlide[] =>
  job.results.flatMap((result) =>
    result.status === 'completed' ? result.images.map((image) => ({ image, result, job })) : [],
  )
