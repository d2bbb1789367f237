import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { createShare, sharesOf } from './share-requests.ts'

const lifetimes = [
  { days: 1, name: 'one day' },
  { days: 7, name: 'a week' },
  { days: 30, name: '30 days' },
  { days: 365, name: 'a year' },
] as const

export function NewShare({ jobId }: { jobId: string }) {
  const queries = useQueryClient()
  const id = useId()
  const creating = useMutation({
    mutationFn: createShare,
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: sharesOf(jobId).queryKey })
      announce('The link is ready')
    },
  })

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (creating.isPending) return
    creating.mutate({ jobId, hidePrompt: form.has('hide'), expiresInDays: Number(form.get('days')) })
  }

  return (
    <form onSubmit={submit} className="mt-4 text-sm">
      <label className="flex min-h-11 items-center gap-3 py-1.5">
        <input type="checkbox" name="hide" className="size-5 shrink-0 accent-fill" />
        <span>
          Hide the prompt
          <span className="block text-2xs text-soft">in the files too: providers write it into them</span>
        </span>
      </label>
      <div className="mt-2 flex items-end gap-2">
        <span className="min-w-0 grow">
          <label htmlFor={`${id}-days`} className="mb-1.5 block font-medium">
            Open for
          </label>
          <Select id={`${id}-days`} name="days" defaultValue={30}>
            {lifetimes.map(({ days, name }) => (
              <option key={days} value={days}>
                {name}
              </option>
            ))}
          </Select>
        </span>
        <Button type="submit" look="main" aria-disabled={creating.isPending}>
          {creating.isPending ? 'Making it…' : 'Make a link'}
        </Button>
      </div>
      <p role="alert" className="mt-2 text-rose">
        {creating.error?.message}
      </p>
    </form>
  )
}
