type DownloadAllProps = { inParts: boolean; onParts: () => void }

/** The ZIP is made while it is sent, so that it begins at once and the browser tells how it goes; or there are several. */
export const DownloadAll = ({ inParts, onParts }: DownloadAllProps) =>
  inParts ? (
    <button type="button" aria-haspopup="dialog" className={look} onClick={onParts}>
      {words}
    </button>
  ) : (
    <a href="/api/export" download className={look}>
      {words}
    </a>
  )

const words = 'Download all of yours'
const look =
  'relative font-medium text-accent underline underline-offset-4 before:absolute before:-inset-x-1 before:-inset-y-3'
