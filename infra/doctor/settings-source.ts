import type { ModelSettings } from '../../backend/model-settings.ts'
import type { Settings } from '../../backend/entry/read-settings.ts'

/** Settings that are looked at, and where they stand. */
export type SettingsSource<Deps> = {
  /** Undefined: nothing would start with them, which is a finding of its own. */
  read(deps: Deps): Promise<Settings | undefined>
  /** The keys of AWS with which Bedrock is asked, and how findings call them. */
  signWith(deps: Deps, aws: ModelSettings['aws']): Promise<{ aws: ModelSettings['aws']; who: string }>
  /** A sentence about what to change, with the file in which, and what to type then. */
  mend(change: string): string
}
