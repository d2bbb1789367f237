import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { NewTokenForm } from './new-token-form.tsx'
import { createToken, tokensQuery } from './requests.ts'
import { readTokenForm } from './token-form.ts'
import { TokenSecret } from './token-secret.tsx'

/** Asks what the token may, then shows it, once. */
export function NewToken({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const [isEmpty, setEmpty] = useState(false)
  const creating = useMutation({
    mutationFn: createToken,
    onSuccess: () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (creating.isPending) return
    const request = readTokenForm(new FormData(event.currentTarget))
    setEmpty(request.name === '')
    if (request.name !== '') creating.mutate(request)
  }

  const made = creating.data
  return (
    <Dialog title={made ? 'The new token' : 'New token'} onClose={onClose} className="max-w-md">
      {made ? (
        <TokenSecret secret={made.secret} name={made.token.name} onClose={onClose} />
      ) : (
        <NewTokenForm
          fault={isEmpty ? 'Give it a name.' : creating.error?.message}
          waiting={creating.isPending}
          onSubmit={submit}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}
