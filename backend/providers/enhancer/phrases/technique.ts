import type { Pool } from './pool.ts'

export const technique = {
  photoOfPerson: {
    '85 mm lens, shallow depth of field': 'an 85 mm lens at a wide aperture melts the background away',
    '50 mm lens, natural perspective': 'a 50 mm lens keeps the perspective natural and close to the eye',
    'fine film grain': 'fine film grain gives the tones a gentle tooth',
    '35 mm lens with context in focus': 'a 35 mm lens keeps enough of the surroundings in focus',
  },
  photoOfPortrait: {
    '85 mm lens, shallow depth of field': 'an 85 mm lens at a wide aperture melts the distance away',
    '105 mm lens, gentle compression': 'a 105 mm lens compresses the features gently and without distortion',
    'fine film grain': 'fine film grain gives the tones a gentle tooth',
  },
  photoOfAnimal: {
    'telephoto lens, blurred backdrop': 'a long telephoto lens compresses the backdrop into soft blur',
    'fast shutter, tack-sharp focus': 'a fast shutter freezes the moment in sharp focus',
    '100 mm lens, shallow focus': 'a 100 mm lens keeps the focus shallow and the detail near',
  },
  photoOfLandscape: {
    '24 mm lens, deep focus': 'a 24 mm lens at a small aperture keeps near and far in focus',
    'telephoto compression of distant layers': 'a telephoto lens compresses the distance into flat, overlapping layers',
    'slow shutter softening all movement': 'a slow shutter turns movement into smooth, soft traces',
  },
  photoOfBuilding: {
    'tilt-shift lens, straight verticals': 'a tilt-shift lens keeps every vertical straight',
    '35 mm lens, deep focus': 'a 35 mm lens holds the whole depth in focus',
    'fine-grained colour film': 'fine-grained film records the tones without harshness',
  },
  photoOfFood: {
    '100 mm macro lens, selective focus': 'a 100 mm macro lens places the focus exactly where the appetite is',
    '50 mm lens, creamy background blur': 'a 50 mm lens lets the background dissolve into creamy blur',
  },
  photoOfPlant: {
    'macro lens, paper-thin focus': 'a macro lens leaves only a paper-thin slice in focus',
    '90 mm lens, soft bokeh': 'a 90 mm lens turns whatever lies behind into soft bokeh',
  },
  photoOfThing: {
    '50 mm lens, controlled depth of field': 'a 50 mm lens with controlled depth of field keeps the shape whole',
    'medium-format clarity': 'medium-format clarity resolves every small transition',
    '35 mm lens, subtle film grain': 'a 35 mm lens and subtle film grain keep it believable',
  },
  photo: {
    '50 mm lens, moderate depth of field': 'a 50 mm lens and moderate depth of field feel close to natural sight',
    'subtle film grain': 'subtle film grain ties all the tones together',
    '35 mm lens, deep focus': 'a 35 mm lens holds the whole depth in focus',
  },
  painting: {
    'visible, confident brushwork': 'the brushwork is visible and confident',
    'soft lost edges against crisp accents': 'some edges are lost softly while a few accents stay crisp',
    'thick paint in the lights, thin in the darks': 'paint lies thick in the lights and thin in the darks',
    'broad strokes resolving into detail': 'broad strokes resolve into detail only where it matters',
  },
  watercolour: {
    'wet-in-wet blooms and crisp dry edges': 'wet-in-wet blooms meet crisp, dry edges',
    'untouched white paper for the highlights': 'bare white paper is left for the highlights',
    'granulating pigment in soft washes': 'pigment settles and granulates in soft washes',
  },
  drawing: {
    'varied line weight and loose hatching': 'the line weight varies and loose hatching builds the shade',
    'sensitive contour lines': 'sensitive contour lines leave some things unsaid',
    'layered strokes that follow the form': 'layered strokes follow the form wherever it turns',
  },
  illustration: {
    'confident shapes with textured brushwork': 'confident shapes are finished with textured brushwork',
    'clean outlines and gentle shading': 'clean outlines enclose gentle, economical shading',
    'painterly edges and layered shading': 'painterly edges and layered shading give it body',
  },
  comic: {
    'expressive ink lines': 'expressive ink lines vary from hair-thin to bold',
    'crisp cel shading in two tones': 'crisp cel shading in two tones keeps the forms clear',
    'dynamic line work and clean fills': 'dynamic line work surrounds clean, simple fills',
  },
  render: {
    'global illumination, soft contact shadows': 'global illumination and soft contact shadows ground every shape',
    'subsurface softness and rounded bevels': 'rounded bevels catch thin highlights all along the edges',
    'physically based materials': 'the materials are physically based and pleasant to touch',
  },
  print: {
    'slight misregistration and ink texture': 'slight misregistration and uneven ink reveal the press',
    'bold shapes with carved edges': 'bold shapes keep the marks of the tool along their edges',
    'overlapping inks making a third colour': 'overlapping inks mix into an unplanned extra tone',
  },
  vector: {
    'even line weight, smooth curves': 'the line weight is even and the curves are smooth',
    'simple geometric construction': 'its construction is simple, geometric and exact',
    'solid fills, no gradients': 'solid fills do all the work that gradients might',
  },
  pixel: {
    'hand-placed pixels on a strict grid': 'each pixel is placed by hand on a strict grid',
    'limited ramps with careful dithering': 'short colour ramps and careful dithering build the shading',
    'clean one-pixel outlines': 'clean one-pixel outlines keep every sprite readable',
  },
  craft: {
    'visible seams and handmade edges': 'seams and small irregularities show the hand that made it',
    'patient, visible handwork': 'patient handwork is visible in every part',
    'tactile handmade materials': 'the handmade materials invite touch',
  },
  any: {
    'careful control of edges': 'edges are controlled with care, firm here and soft there',
    'assured, economical handling': 'the handling is assured and economical',
    'finely judged contrast': 'the contrast is finely judged from corner to corner',
  },
} as const satisfies Record<string, Pool>
