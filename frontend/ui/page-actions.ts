import { createContext, use } from 'react'
import type { Job } from '../../contract/job.ts'
import type { LightboxSlide } from './slide.ts'

/** What a feature may ask of the page as a whole; `app.tsx` provides it, so that features need not know each other. */
export type PageActions = {
  openSlides: (slides: readonly LightboxSlide[], index: number) => void
  /** Puts a job's prompt, models and parameters into the form and shows it. */
  reuse: (job: Job) => void
  /** Has one model of a job try again. Every part of the page that shows the job learns of it. Rejects as `api.ts` does. */
  retry: (jobId: string, model: string) => Promise<void>
  /** A job was deleted: no part of the page shows it any more. */
  forget: (jobId: string) => void
  /** To be told when a model has been switched. */
  refreshModels: () => void
}

/** Of a part that stands alone. */
export const noActions: PageActions = {
  openSlides: () => {},
  reuse: () => {},
  retry: async () => {},
  forget: () => {},
  refreshModels: () => {},
}

export const PageActionsContext = createContext(noActions)

export const usePageActions = (): PageActions => use(PageActionsContext)
