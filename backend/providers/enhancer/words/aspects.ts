/** Words that show that a prompt has settled an aspect already. Form as in `kinds.ts`. */
export const aspects = {
  medium: '(?!)',
  composition:
    'close[- ]?up, closeup, wide[- ](?:shot|angle|view), aerial, bird.?s[- ]eye, from (?:above|below|behind|the side|afar|space), overhead, top[- ]down, low[- ]angle, high[- ]angle, worm.?s[- ]eye, macro, isometric, symmetr\\p{L}*, rule of thirds, cent(?:er|re)d, central, panoram\\p{L}*, full[- ]body, head ?shot, profile, pov, first[- ]person, flat ?lay, foreground, side view, front view, three-quarter, eye[- ]level, fisheye, dutch angle, over[- ]the[- ]shoulder, split[- ]screen, grid, collage, diptych, triptych, composition, compos(?:ed), framed, framing, negative space, cross[- ]section, viewed from, seen from, establishing shot, medium shot, perspective, symmetrical, off-cent(?:er|re), layout, viewpoint, cropped, crop, angle, selfie, silhouette',
  light:
    'light(?! blue| green| brown| grey| gray| pink| rain| snow| wood), lights, lit, lighting, backlit, backlight, sunlit, moonlit, candlelit, candlelight, glow, glowing, glows, neon, shadows?, golden[- ]hour, blue[- ]hour, sunlight, moonlight, daylight, starlight, sunbeams?, rays?, chiaroscuro, silhouette, lanterns?, lamplight, firelight, bonfire, campfire, spotlight, illuminated, illuminating, bioluminescent, bioluminescence, luminous, caustics, lightbox, fluorescent, low[- ]key, high[- ]key, sunshine, overcast, softbox, backlighting, dappled, afterglow, halo, halos',
  palette:
    'palettes?, colou?rs?, colou?red, colou?rful, pastels?, monochrome, monochromatic, black[- ]and[- ]white, b&w, sepia, greyscale, grayscale, duotone, vibrant, muted, neon, rainbow, multicolou?red, iridescent, saturated, desaturated, earth tones?, tones?, tonal, hues?, psychedelic, noir, (?:two|three) colou?rs',
  technique:
    '\\d+ ?mm, lens(?:es)?, f/\\d, bokeh, depth of field, long exposure, tilt[- ]shift, brush ?strokes?, brushwork, impasto, cross-?hatch(?:ing|ed)?, hatching, stippl(?:e|ed|ing), line ?work, line ?weight, line ?art, cel[- ]shad(?:ed|ing), halftone, double exposure, wet[- ]on[- ]wet, wet[- ]in[- ]wet, film grain, kodak, shutter, dither(?:ed|ing), palette knife, glaz(?:es|ing), global illumination, ray[- ]?traced, flat (?:design|colou?rs|shading), misregistration',
  texture:
    'textures?, textured, details?, detailed, intricate, glossy, matte, weathered, polished, ornate, hyper-?realistic, wrinkles, wrinkled, strands, weave, grain, tactile',
  mood: 'mood, atmosphere, atmospheric, feeling, feel, vibes?, ambian?ence, emotion, emotional',
  lettering: 'legible, typeface, serif, sans[- ]serif, handwritten font, lettering',
  finish: '(?!)',
} as const

export type Aspect = keyof typeof aspects

/** Colours, for prompts that name one and for pictures that have none. */
export const colours =
  'red(?! panda| carpet| wine), crimson, scarlet, burgundy, orange(?! juice), yellow, green(?! tea), emerald, teal, turquoise, cyan, blue(?![- ]hour), navy, indigo, purple, violet, magenta, pink, brown, beige, (?<!ice )cream, ivory, white(?! house| wine| shark), black(?! hole| forest), gr[ae]y, silver, golden(?! retriever| gate|[- ]hour), ochre, lilac, maroon'
