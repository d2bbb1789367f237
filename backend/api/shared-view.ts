import { jobStatus } from '../../contract/job.ts'
import { picturesOf } from '../jobs/share-pictures.ts'
import type { ShareRecord } from '../storage/shares.ts'
import { imageKey, type JobRecord, type KeptImage } from '../storage/storage.ts'

/** What a page shows of a job to whoever has its link; `prompt` is absent where it is hidden. */
export type SharedView = {
  url: string
  cardUrl: string
  prompt?: string
  isRunning: boolean
  pictures: {
    name: string
    isSketch: boolean
    seconds: number
    picture: string
    thumbnail: string
    width: number
    height: number
  }[]
}

/** Names of the files below `/s/…/`. Where the prompt is hidden, the picture is another file than what the provider sent. */
export function sharedFile(image: KeptImage, { promptHidden }: Pick<ShareRecord, 'promptHidden'>) {
  const original = imageKey('', image).split('/').at(-1) ?? ''
  return {
    picture: promptHidden ? `${image.imageId}-plain.webp` : original,
    thumbnail: `${image.imageId}-thumb.webp`,
  }
}

export function toSharedView({ share, job }: { share: ShareRecord; job: JobRecord }, origin: string): SharedView {
  const path = `/s/${share.shareId}`
  const status = jobStatus(job.tasks.map(({ progress }) => progress))
  return {
    url: origin + path,
    cardUrl: `${origin}${path}/card.jpg`,
    ...(!share.promptHidden && { prompt: job.prompt }),
    isRunning: status === 'pending' || status === 'in_progress',
    pictures: job.tasks.flatMap((task) => {
      const { name, provider, progress } = task
      if (progress.status !== 'completed') return []
      const seconds = Math.max(0, progress.completedAt - progress.startedAt) / 1000
      return picturesOf({ tasks: [task] }).map((image) => {
        const { picture, thumbnail } = sharedFile(image, share)
        const { width, height } = image
        const files = { picture: `${path}/${picture}`, thumbnail: `${path}/${thumbnail}` }
        return { name, isSketch: provider === 'sketch', seconds, ...files, width, height }
      })
    }),
  }
}
