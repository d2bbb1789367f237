import { useEffect, useId, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'

type TokenSecretProps = { secret: string; name: string; onClose: () => void }

/** The only sight of a token that there is. */
export function TokenSecret({ secret, name, onClose }: TokenSecretProps) {
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.select(), [])
  return (
    <>
      <p className="text-sm">
        Copy it now: it is shown this once, and kept nowhere. Whoever has it can do what it may.
      </p>
      <label htmlFor={id} className="mt-4 block text-sm font-medium">
        {name}
      </label>
      <div className="mt-1.5 flex items-center gap-1">
        <input
          ref={field}
          id={id}
          readOnly
          value={secret}
          className="min-h-11 w-full min-w-0 rounded-xl bg-raised px-3.5 font-mono text-sm"
        />
        <CopyButton text={secret} label="Copy the token" />
      </div>
      <p className="mt-3 text-2xs text-soft">It is sent with each request, as Authorization: Bearer.</p>
      <div className="mt-6 flex justify-end">
        <Button look="main" onClick={onClose}>
          Done
        </Button>
      </div>
    </>
  )
}
