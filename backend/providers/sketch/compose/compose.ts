import { randomFrom } from '../random.ts'
import type { Scene } from '../scene.ts'
import { cloudsOf, orbOf, starsOf } from './heaven.ts'
import { lightOf } from './light.ts'
import { perform } from './perform.ts'
import type { Picture } from './picture.ts'
import { plentyOf, propsOf } from './props.ts'
import { scatter } from './scatter.ts'
import { setOf } from './set.ts'
import { stage } from './stage.ts'
import { floorOf, horizons, ridgesOf } from './terrain.ts'
import { gather } from './troupe.ts'
import { boltsOf, fallingOf, mistOf } from './weather.ts'

export type Canvas = { width: number; height: number; seed: number }

export function compose(scene: Scene, { width, height, seed }: Canvas, variant = ''): Picture {
  const random = (part: string) => randomFrom(scene.key, variant, seed, part)
  const unit = Math.min(width, height)
  const sway = random('horizon').between(-0.03, 0.03)
  const frame = {
    width,
    height,
    unit,
    horizon: height * (horizons[scene.place] + (height > width ? 0.04 : 0) + sway * 0.7),
  }
  const light = lightOf(scene)
  const orb = orbOf(scene, frame, light, random('orb'))
  const { acts, many } = gather(scene, orb !== undefined)
  const cues = stage(acts, scene, frame, random('stage'))
  const actors = cues.flatMap(({ act, spot }) => perform(act, spot, light))
  // Trees may well stand before a bridge, it is as wide as the picture.
  const heroes = actors.filter(({ id }) => id !== 'bridge').map(({ box }) => box)
  const floor = floorOf(scene, frame, light)
  const layers = [
    ...ridgesOf(scene, frame, light, random('ridges')),
    ...(floor ? [floor] : []),
    ...setOf(scene, frame, light, cues, random('set')),
    ...propsOf(scene, frame, light, heroes, random('props')),
    ...plentyOf(scene, many).flatMap((crop) => scatter(crop, frame, light, heroes, random(crop.id))),
    ...actors,
    ...boltsOf(scene, frame, random('bolts')),
    ...mistOf(scene, frame, light, random('mist')),
  ]
  return {
    ...frame,
    scene,
    light,
    orb,
    stars: starsOf(scene, frame, light, random('stars')),
    clouds: cloudsOf(scene, frame, orb, random('clouds')),
    layers: layers.toSorted((a, b) => a.depth - b.depth),
    ...fallingOf(scene, frame, random('falling')),
  }
}
