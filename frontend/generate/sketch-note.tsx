import type { Model } from '../../contract/model.ts'
import { helpShown } from '../ui/help.ts'
import { sketchWords } from '../ui/sketch-words.ts'

/** Who paints when no key is set, said before anything is generated. */
export function SketchNote({ models }: { models: readonly Model[] }) {
  const sketches = models.filter(isSketch).length
  if (sketches === 0) return null
  return (
    <p className="mb-2 text-2xs text-soft">
      {sketches === models.length ? 'These are' : `${sketches} of these are`} {sketchWords}{' '}
      <button
        type="button"
        className="relative font-medium text-accent underline underline-offset-4 before:absolute before:-inset-x-1 before:-top-5 before:-bottom-2"
        onClick={() => helpShown.set('models')}
      >
        Add real models
      </button>
    </p>
  )
}

export const isSketch = ({ provider }: Pick<Model, 'provider'>): boolean => provider === 'sketch'
