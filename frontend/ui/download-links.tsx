import type { Job } from '../../contract/job.ts'
import { Icon } from './icon.tsx'
import { pictureFileName } from './picture-file-name.ts'
import { pictureWords } from './picture-words.ts'
import type { CompletedResult } from './slide.ts'
import { downloadIcon } from './late-icons.ts'

/** One for each of a result's pictures: a single one ends a line without making it higher, several have their own. */
export const DownloadLinks = ({ job, result }: { job: Job; result: CompletedResult }) => (
  <span className={result.images.length === 1 ? '-my-3.5 -mr-3' : '-mx-3 flex basis-full flex-wrap'}>
    {result.images.map((image) => (
      <a
        key={image.url}
        href={image.url}
        download={pictureFileName({ image, result, job })}
        aria-label={`Download ${pictureWords({ image, result, job })}`}
        title="Download"
        className="grid size-11 place-items-center rounded-xl text-soft transition hover:bg-raised hover:text-text active:scale-95"
      >
        <Icon name={downloadIcon} className="size-4.5" />
      </a>
    ))}
  </span>
)
