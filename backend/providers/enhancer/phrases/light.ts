import type { Pool } from './pool.ts'

export const light = {
  outdoor: {
    'soft overcast daylight': 'overcast daylight falls softly and leaves every colour true',
    'late-afternoon side light': 'late-afternoon light comes in from the side and models every form',
    'dappled light with gentle shadows': 'dappled light moves over the surfaces in gentle patches',
    'backlight with glowing edges': 'light from behind traces every edge with a thin glow',
    'clear, high-contrast daylight': 'clear daylight draws firm shapes with crisp shadows',
  },
  day: {
    'bright midday sun with short shadows': 'a high sun casts short, clear shadows',
    'clear daylight with open shadows': 'clear daylight fills even the shadows',
    'sunlight broken by drifting cloud': 'sunlight comes and goes as clouds drift past',
  },
  dawn: {
    'low, pale sunrise light': 'low, pale light arrives almost level with the ground',
    'first light with long soft shadows': 'the first light draws long, soft shadows',
    'hazy early-morning glow': 'a hazy early glow softens everything far away',
  },
  dusk: {
    'low golden sidelight with long shadows': 'low golden light rakes across the scene and stretches the shadows',
    'warm backlight and a soft halo': 'warm light from behind wraps the edges in a soft halo',
    'last light fading through the air': 'the last light fades gradually and gathers in the air',
    'afterglow with deepening shadow': 'the afterglow lingers while the shadows deepen',
  },
  night: {
    'cool moonlight with deep shadows': 'cool moonlight picks out the edges and leaves deep shadows',
    'starlight and faint ambient glow': 'starlight and a faint ambient glow are just enough to see by',
    'silver rim light against darkness': 'a silver rim of light separates the forms from the darkness',
    'small pools of lantern light': 'small pools of lantern light interrupt the dark',
  },
  nightCity: {
    'neon reflections and pools of lamplight': 'neon signs and street lamps throw pools of coloured light',
    'glowing windows against the dark': 'glowing windows stand out warmly against the dark',
    'street lamps with soft halos': 'street lamps hang in soft halos along the way',
  },
  nightIndoor: {
    'a single warm lamp, deep surrounding shadow': 'a single lamp makes an island of warmth in deep shadow',
    'low lamplight and dim corners': 'low lamplight leaves the corners dim and quiet',
    'moonlight slanting through a window': 'moonlight slants in through a window and lies across the floor',
  },
  indoor: {
    'soft window light from one side': 'soft window light enters from one side and falls off gently',
    'warm practical lamps in view': 'warm lamps within the scene do most of the lighting',
    'diffused light through thin curtains': 'thin curtains diffuse the light until it barely casts a shadow',
    'a shaft of light across the floor': 'a shaft of light crosses the floor and lifts the room',
  },
  rain: {
    'soft grey light on wet surfaces': 'soft grey light gleams on every wet surface',
    'diffuse light with rippling reflections': 'diffuse light doubles itself in rippling reflections',
  },
  snow: {
    'pale light bouncing off the snow': 'pale light bounces up from the snow and fills the shadows',
    'cold, even winter light': 'cold winter light is even and almost without shadow',
  },
  fog: {
    'light scattered softly through mist': 'light scatters through the mist and softens every edge',
    'pale, directionless glow': 'a pale, directionless glow hides where the light begins',
  },
  storm: {
    'broken storm light with dark cloud': 'storm light breaks through in one place and leaves the rest dark',
    'stark contrast under heavy cloud': 'heavy cloud presses down and the contrast is stark',
  },
  forest: {
    'light filtering through the canopy': 'light filters through the canopy in shifting patches',
    'green-tinted shade with bright clearings': 'cool green shade gives way to a brighter clearing',
    'slanting beams between the trunks': 'slanting beams fall between the trunks and catch the haze',
  },
  underwater: {
    'shafts of light from the surface': 'shafts of light descend from the surface and dissolve in the deep',
    'rippling caustics over every form': 'rippling caustics slide over every form',
    'dim blue ambient light': 'dim blue ambient light fades quickly with depth',
  },
  space: {
    'hard light from a single distant star': 'a single distant star lights one side and leaves the other black',
    'faint glow of interstellar gas': 'interstellar gas glows faintly behind everything',
    'brilliant rim light on black': 'a brilliant rim of light cuts the forms out of the black',
  },
  studio: {
    'large softbox light with clean falloff': 'a large, soft source wraps the form and falls off cleanly',
    'crisp key light and subtle rim': 'a crisp key light shapes the front and a subtle rim finds the edge',
    'gradient backdrop glow': 'a gradient glow on the backdrop lifts the shape forward',
  },
  portrait: {
    'soft key light from one side': 'a soft key light comes from one side and leaves the other in half-shade',
    'broad, flattering diffused light': 'broad diffused light is kind to every plane',
    'gentle side light with quiet shadow': 'gentle light from the side turns slowly into quiet shadow',
  },
  food: {
    'soft side light from a nearby window': 'soft light from a nearby window rakes across the surface',
    'gentle backlight that brings out shine': 'gentle light from behind brings out every shine and crumb',
    'bright, airy diffused light': 'bright, diffused light keeps everything airy and fresh',
  },
  fantasy: {
    'shafts of light through drifting haze': 'shafts of light break through drifting haze',
    'inner glow spilling onto nearby forms': 'an inner glow spills onto everything near it',
    'dramatic contrast of glow and gloom': 'pools of glow and gloom compete across the scene',
  },
  neutral: {
    'soft directional light': 'soft light comes from one clear direction',
    'gentle contrast of light and shade': 'light and shade meet in gentle contrast',
    'low raking light that reveals form': 'low, raking light reveals the form of everything it touches',
    'delicate rim of light along the edges': 'a delicate rim of light runs along the edges',
    'broad, diffused light': 'broad, diffused light describes every form without glare',
  },
} as const satisfies Record<string, Pool>
