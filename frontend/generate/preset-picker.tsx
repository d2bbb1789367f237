import { play } from '../ui/sounds.ts'
import { useStore } from '../ui/store.ts'
import { Segmented } from '../ui/segmented.tsx'
import { changeDraft, draft } from './draft.ts'

const presets = {
  Fast: { steps: 12, guidance: 5 },
  Quality: { steps: 45, guidance: 7 },
  Creative: { steps: 30, guidance: 2.5 },
} as const

type Preset = keyof typeof presets
const names = ['Fast', 'Quality', 'Creative'] as const satisfies Preset[]

/** Sets steps and guidance together. */
export function PresetPicker({ describedBy }: { describedBy: string }) {
  const { parameters } = useStore(draft)
  const current = names.find(
    (name) => presets[name].steps === parameters.steps && presets[name].guidance === parameters.guidance,
  )
  return (
    <Segmented
      label="Preset"
      describedBy={describedBy}
      value={current}
      options={names.map((value) => ({ value, text: value }))}
      onChange={(name) => {
        changeDraft({ parameters: { ...parameters, ...presets[name] } })
        play('switch')
      }}
    />
  )
}
