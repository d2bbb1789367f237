import { useModels } from './models.ts'

/** Who else sees what is made, said before it is. */
export function SharedNote() {
  const reply = useModels()
  if (reply.state !== 'ready' || !reply.value.gallery) return null
  return <p className="mb-2 text-2xs text-soft">Shared gallery: everybody here sees what you make.</p>
}
