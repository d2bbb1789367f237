import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Share } from '../../contract/share.ts'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { toast } from '../ui/toasts.tsx'
import { revokeShare, sharesOf } from './share-requests.ts'

export function ShareRow({ share: { id, jobId, url, expiresAt, promptHidden } }: { share: Share }) {
  const queries = useQueryClient()
  const revoking = useMutation({
    mutationFn: () => revokeShare(id),
    onError: ({ message }) => toast(`The link was not revoked: ${message}`, 'fault'),
    onSettled: () => queries.invalidateQueries({ queryKey: sharesOf(jobId).queryKey }),
  })
  const link = new URL(url, location.origin).href
  const until = new Date(expiresAt).toLocaleDateString('en-GB', { dateStyle: 'medium' })
  return (
    <li className="flex items-center border-b border-high/60 py-1.5 last:border-0">
      <div className="min-w-0 grow">
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          className="block truncate text-sm text-accent underline underline-offset-4"
        >
          {url}
        </a>
        <p className="text-2xs text-soft">
          until {until}
          {promptHidden && ', without the prompt'}
        </p>
      </div>
      <CopyButton text={link} label="Copy the link" />
      <Button
        look="bare"
        className="shrink-0 px-2!"
        aria-disabled={revoking.isPending}
        onClick={() => revoking.isPending || revoking.mutate()}
      >
        Revoke
      </Button>
    </li>
  )
}
