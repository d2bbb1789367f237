import { type FormEventHandler, useId } from 'react'
import { Button } from '../ui/button.tsx'
import { Select } from '../ui/select.tsx'
import { lifetimes } from './token-form.ts'
import { scopes } from './token-words.ts'

type NewTokenFormProps = {
  fault: string | undefined
  waiting: boolean
  onSubmit: FormEventHandler<HTMLFormElement>
  onClose: () => void
}

export function NewTokenForm({ fault, waiting, onSubmit, onClose }: NewTokenFormProps) {
  const id = useId()
  return (
    <form noValidate onSubmit={onSubmit} className="text-sm">
      <label htmlFor={`${id}-name`} className="font-medium">
        Name
      </label>
      <input
        id={`${id}-name`}
        name="name"
        maxLength={60}
        autoComplete="off"
        placeholder="What it is for"
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        className="mt-1.5 min-h-11 w-full rounded-xl bg-raised px-3.5 text-base"
      />
      <fieldset className="mt-4">
        <legend className="font-medium">It may read, and</legend>
        {scopes.map(({ scope, name, help }) => (
          <label key={scope} className="flex min-h-11 items-center gap-3 py-1.5">
            <input
              type="checkbox"
              name={scope}
              defaultChecked={scope === 'generate'}
              className="size-5 shrink-0 accent-fill"
            />
            <span>
              {name} <span className="block text-2xs text-soft">{help}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label htmlFor={`${id}-days`} className="mt-3 mb-1.5 block font-medium">
        Valid for
      </label>
      <Select id={`${id}-days`} name="days" defaultValue={90}>
        {lifetimes.map(({ days, name }) => (
          <option key={name} value={days ?? ''}>
            {name}
          </option>
        ))}
      </Select>
      <p id={`${id}-fault`} role="alert" className="mt-3 text-rose">
        {fault}
      </p>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="main" aria-disabled={waiting}>
          {waiting ? 'Making it…' : 'Make the token'}
        </Button>
      </div>
    </form>
  )
}
