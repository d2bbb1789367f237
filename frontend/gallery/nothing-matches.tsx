import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { searchIcon } from '../ui/late-icons.ts'

export function NothingMatches({ onClear }: { onClear: () => void }) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 py-20 text-center">
      <Icon name={searchIcon} className="size-9 text-faint" />
      <h2 className="text-lg font-semibold">Nothing matches</h2>
      <p className="text-sm text-soft">
        A run is found when its prompt holds every word you typed, or words that begin so.
      </p>
      <Button className="mt-2" onClick={onClear}>
        Show the whole gallery
      </Button>
    </div>
  )
}
