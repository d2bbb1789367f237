import type { Job, Result } from '../../contract/job.ts'
import { DownloadLinks } from '../ui/download-links.tsx'
import { RetryButton } from '../ui/retry-button.tsx'
import { slidesOf } from '../ui/slide.ts'
import { useOpenPicture } from '../ui/use-open-picture.ts'
import { resultGrid } from './gallery-grid.ts'
import { NoPicture } from './no-picture.tsx'
import { ResultPictures } from './result-pictures.tsx'
import { ResultWords } from './result-words.tsx'

/** What every model made of the prompt, each a card. */
export function JobResults({ job }: { job: Job }) {
  return (
    <section aria-label="Results">
      <ul className={resultGrid}>
        {job.results.map((result) => (
          <li key={result.model} className="min-w-0 overflow-hidden rounded-3xl bg-surface ring-1 ring-text/8">
            <ResultCard job={job} result={result} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ResultCard({ job, result }: { job: Job; result: Result }) {
  const open = useOpenPicture(job)
  return (
    <article aria-label={result.name}>
      {result.status === 'completed' ? (
        <ResultPictures job={job} result={result} onOpen={open} />
      ) : (
        <div className="grid" style={{ aspectRatio: ratioOf(job) }}>
          <NoPicture status={result.status} reason={result.status === 'error' ? result.error.message : undefined} />
        </div>
      )}
      <ResultWords
        result={result}
        parameters={job.parameters}
        action={result.status === 'completed' && <DownloadLinks job={job} result={result} />}
      >
        {(result.status === 'error' || result.status === 'cancelled') && <RetryButton job={job} result={result} />}
      </ResultWords>
    </article>
  )
}

/** The shape that a picture of this job has, or would have had. */
function ratioOf(job: Job): number {
  const [made] = slidesOf(job)
  if (made) return made.image.width / made.image.height
  const [width = 1, height = 1] = (job.parameters.aspectRatio ?? '1:1').split(':').map(Number)
  return width / height
}
