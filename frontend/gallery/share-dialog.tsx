import { useQuery } from '@tanstack/react-query'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { NewShare } from './new-share.tsx'
import { sharesOf } from './share-requests.ts'
import { ShareRow } from './share-row.tsx'

/** Makes links to a run for people who have no access to this server, and takes them back. */
export function ShareDialog({ jobId, onClose }: { jobId: string; onClose: () => void }) {
  const shares = useQuery(sharesOf(jobId))
  const living = shares.data?.shares ?? []
  return (
    <Dialog title="Share this run" onClose={onClose} className="max-w-md">
      <p className="text-sm text-soft">
        Whoever has a link sees the pictures and who painted them, without logging in, until the link ends.
      </p>
      <NewShare jobId={jobId} />
      {shares.error && (
        <div role="alert" className="mt-5 text-sm">
          <p className="text-rose">The links could not be listed: {shares.error.message}</p>
          <Button className="mt-2" onClick={() => void shares.refetch()}>
            Try again
          </Button>
        </div>
      )}
      {living.length > 0 && (
        <section aria-label="Links" className="mt-6">
          <h3 className="text-sm font-medium">Links that are open</h3>
          <ul className="mt-1">
            {living.map((share) => (
              <ShareRow key={share.id} share={share} />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}
