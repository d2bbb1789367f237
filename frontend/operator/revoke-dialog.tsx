import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApiToken } from '../../contract/token.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast } from '../ui/toasts.tsx'
import { revokeToken, tokensQuery } from './requests.ts'

type RevokeDialogProps = { token: Pick<ApiToken, 'id' | 'name'>; onClose: () => void }

export function RevokeDialog({ token: { id, name }, onClose }: RevokeDialogProps) {
  const queries = useQueryClient()
  const revoking = useMutation({
    mutationFn: () => revokeToken(id),
    onSuccess: () => toast(`${name} is revoked`),
    onError: ({ message }) => toast(`${name} was not revoked: ${message}`, 'fault'),
    onSettled() {
      void queries.invalidateQueries({ queryKey: tokensQuery.queryKey })
      onClose()
    },
  })
  return (
    <Dialog title={`Revoke ${name}?`} onClose={onClose} className="max-w-md">
      <p className="text-soft">
        The program that uses it is refused from now on; what it painted stays. This cannot be undone.
      </p>
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button
          look="danger"
          aria-disabled={revoking.isPending}
          onClick={() => revoking.isPending || revoking.mutate()}
        >
          Revoke
        </Button>
      </div>
    </Dialog>
  )
}
