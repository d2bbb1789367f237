import { beasts } from './beasts.ts'
import { buildings } from './buildings.ts'
import { flyers } from './flyers.ts'
import { giants } from './giants.ts'
import { heavens } from './heavens.ts'
import { keepsakes } from './keepsakes.ts'
import { people } from './people.ts'
import { plants } from './plants.ts'
import { seaLife } from './sea-life.ts'
import type { Silhouette } from './silhouette.ts'
import { things } from './things.ts'
import { vessels } from './vessels.ts'
import { wings } from './wings.ts'

const drawn = {
  ...people,
  ...beasts,
  ...giants,
  ...wings,
  ...seaLife,
  ...vessels,
  ...flyers,
  ...buildings,
  ...plants,
  ...heavens,
  ...things,
  ...keepsakes,
}

export type SubjectId = keyof typeof drawn

export const silhouettes: Readonly<Record<SubjectId, Silhouette>> = drawn
