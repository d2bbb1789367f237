import { lighten, mix, saturate } from '../colour.ts'
import type { Colour } from '../colour.ts'
import type { Scene } from '../scene.ts'
import type { Time } from '../words/atmosphere.ts'

export type Light = {
  skyTop: Colour
  skyLow: Colour
  haze: Colour
  glow: Colour
  shadow: Colour
  // How much of the shadow lies over everything.
  gloom: number
  dark: boolean
}

const hours: Record<Time, Omit<Light, 'dark'>> = {
  dawn: { skyTop: '#8aa9d8', skyLow: '#ffcfb0', haze: '#f3d8cf', glow: '#ff9e72', shadow: '#7d6a8e', gloom: 0.16 },
  day: { skyTop: '#4f9fe0', skyLow: '#d3eef6', haze: '#d7e9f0', glow: '#fff0b0', shadow: '#3a5a80', gloom: 0 },
  golden: { skyTop: '#eaa85c', skyLow: '#ffe7ac', haze: '#f8d9a0', glow: '#ffc545', shadow: '#8a4f3a', gloom: 0.12 },
  sunset: { skyTop: '#5a4790', skyLow: '#ff9658', haze: '#ef9a80', glow: '#ff5f38', shadow: '#4a2a5e', gloom: 0.3 },
  dusk: { skyTop: '#2c3770', skyLow: '#d588ac', haze: '#9f86b6', glow: '#ffd9b8', shadow: '#262a58', gloom: 0.4 },
  night: { skyTop: '#0c1436', skyLow: '#2f4c82', haze: '#3b5488', glow: '#f6edc8', shadow: '#0d1436', gloom: 0.5 },
}

export function lightOf(scene: Scene): Light {
  const dark = scene.time === 'night' || scene.time === 'dusk'
  const light = inPlace({ ...hours[scene.time], dark }, scene)
  const [tint] = scene.palette
  return underWeather(
    tint ? { ...light, skyTop: mix(light.skyTop, tint, 0.4), skyLow: mix(light.skyLow, tint, 0.25) } : light,
    scene,
  )
}

// What a thing of this colour looks like at this hour, so far away.
export function lit(colour: Colour, { haze, shadow, gloom }: Light, depth: number): Colour {
  return mix(mix(colour, shadow, gloom), haze, (1 - depth) * 0.72)
}

function inPlace(light: Light, { place, mood }: Scene): Light {
  if (place === 'space')
    return {
      ...light,
      skyTop: '#0b0a26',
      skyLow: '#3a2468',
      haze: '#3d2f70',
      shadow: '#120c30',
      gloom: 0.28,
      dark: true,
    }
  if (place === 'underwater') {
    const share = light.dark ? 0.45 : 0
    const shade = (colour: Colour) => mix(colour, '#04122e', share)
    return {
      ...light,
      skyTop: shade('#6fd6dc'),
      skyLow: shade('#0f5a8e'),
      haze: shade('#2f8fb0'),
      shadow: '#0a2f5c',
      gloom: 0.2,
    }
  }
  if (place === 'room') return { ...light, gloom: light.gloom * 0.6 }
  if (mood === 'neon' && light.dark)
    return { ...light, skyTop: '#140b38', skyLow: '#c0358e', haze: '#8a3f9e', shadow: '#160c3a' }
  return light
}

function underWeather(light: Light, { weather, place }: Scene): Light {
  if (place === 'room' || place === 'space' || place === 'underwater') return light
  const veil = (colour: Colour, share: number): Light => {
    const over = (under: Colour) => mix(saturate(under, 1 - share * 0.6), colour, share)
    return { ...light, skyTop: over(light.skyTop), skyLow: over(light.skyLow), haze: over(light.haze) }
  }
  if (weather.has('storm'))
    return { ...veil(light.dark ? '#1c2233' : '#4a5364', 0.6), gloom: Math.max(light.gloom, 0.35) }
  if (weather.has('rain')) return veil(light.dark ? '#27304a' : '#8592a3', light.dark ? 0.25 : 0.42)
  if (weather.has('snow')) return veil(light.dark ? '#46547a' : '#dde6ee', 0.45)
  if (weather.has('mist')) return { ...veil(light.haze, 0.35), haze: lighten(light.haze, 0.03) }
  if (weather.has('clouds')) return veil(light.haze, 0.2)
  return light
}
