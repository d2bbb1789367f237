import type { Pool } from './pool.ts'

export const composition = {
  portrait: {
    'head-and-shoulders framing at eye level': 'head and shoulders fill the frame at eye level',
    'tight portrait crop, background falling away': 'the crop is close and the background falls away to almost nothing',
    'three-quarter portrait against a plain backdrop': 'a three-quarter pose stands clear against a plain backdrop',
    'off-centre portrait with open space to one side': 'the sitter is placed off-centre with open space on one side',
  },
  person: {
    'figure off-centre with room to breathe': 'the figure stands off-centre with room to breathe',
    'eye-level medium shot': 'the viewpoint is at eye level, close enough to feel present',
    'low viewpoint giving the figure presence': 'a slightly low viewpoint lends the figure presence',
    'wide environmental framing': 'the framing is wide enough for the surroundings to tell their part',
    'strong silhouette against a simple background': 'a simple background lets the pose read at once',
  },
  crowd: {
    'layered groups from near to far': 'groups overlap in layers from near to far',
    'eye-level view from inside the scene': 'the viewpoint stands among the people at eye level',
    'natural, unposed grouping': 'the grouping is natural and nobody seems to pose',
  },
  animal: {
    'eye-level view of the animal': 'the viewpoint comes down to the height of the animal',
    'low, close viewpoint': 'the view is taken from low down, close and respectful',
    'off-centre placement with space ahead': 'the placement is off-centre, with open space ahead',
    'clean silhouette against a simple backdrop': 'a simple backdrop keeps the outline clean and readable',
    'three-quarter view, alert pose': 'a three-quarter view shows the alertness of the pose',
  },
  landscape: {
    'layered depth from foreground to far distance': 'the view recedes in layers from near detail to far distance',
    'wide panoramic framing': 'the framing is wide and lets the land set the rhythm',
    'low horizon under an expansive sky': 'a low horizon gives most of the picture to the sky',
    'leading lines drawing the eye inward': 'natural lines lead the eye inward and let it rest',
    'elevated vantage point': 'an elevated vantage point opens up the whole view',
    'strong foreground anchor': 'one strong shape in the foreground anchors the view',
  },
  building: {
    'two-point perspective at eye level': 'the view is at eye level in clear two-point perspective',
    'symmetrical frontal view': 'a frontal, symmetrical view lets the structure speak',
    'framed through foreground shapes': 'dark shapes in the foreground frame the view',
    'converging lines leading to a focal point': 'converging lines lead the eye to one focal point',
    'wide view showing scale': 'a wide view makes the scale easy to feel',
  },
  interior: {
    'wide view from a corner of the room': 'the view is taken from a corner and takes in the whole room',
    'one-point perspective down the space': 'one-point perspective draws the eye down the length of the space',
    'framed through a doorway': 'a doorway frames the view and adds a sense of discovery',
    'lived-in arrangement with clear depth': 'objects near and far give the room depth and signs of life',
  },
  food: {
    'three-quarter overhead angle': 'the angle is that of someone about to sit down and eat',
    'tight close-up': 'a tight crop brings the best part forward',
    'overhead flat lay with negative space': 'everything is laid out from above with generous empty space',
    'low angle across the tabletop': 'a low angle across the tabletop gives it height and presence',
  },
  plant: {
    'intimate close-up at stem height': 'the view is intimate and sits level with the stems',
    'asymmetric arrangement with empty space': 'the arrangement is asymmetric and leaves generous empty space',
    'single focal bloom or leaf among softer shapes': 'one shape is the focus while the others soften around it',
  },
  machine: {
    'low three-quarter front view': 'a low three-quarter view gives it weight and stance',
    'strict side profile': 'a strict side profile shows off the silhouette',
    'dynamic diagonal composition': 'a diagonal composition sets everything in motion',
    'wide framing with clear sense of scale': 'wide framing gives a clear sense of scale',
  },
  object: {
    'single object with generous negative space': 'the object stands alone in generous negative space',
    'three-quarter view at table height': 'the viewpoint is at table height, turned three-quarters',
    'triangular still-life arrangement': 'the arrangement forms a calm triangle',
    'slightly elevated view': 'a slightly elevated view shows the form completely',
  },
  product: {
    'hero angle, centred on a seamless backdrop': 'it stands centred on a seamless backdrop at a hero angle',
    'three-quarter view with generous copy space': 'a three-quarter view leaves generous copy space at one side',
    'straight-on view on a simple plinth': 'it rests straight-on upon a simple plinth',
    'floating slightly above its own shadow': 'it floats just above its own contact shadow',
  },
  space: {
    'vast scale with one small focal point': 'one small focal point makes the vastness felt',
    'sweeping diagonal composition': 'a sweeping diagonal carries the eye across the frame',
    'deep layers of near and far': 'near and far overlap in layers of immense depth',
  },
  underwater: {
    'view upward toward the surface': 'the view tilts upward toward the surface',
    'layers receding into blue distance': 'shapes recede in layers until the distance swallows them',
    'drifting weightless viewpoint': 'the viewpoint drifts, weightless, at mid-depth',
  },
  fantasy: {
    'towering sense of scale': 'the scale towers over the viewer',
    'low heroic viewpoint': 'a low viewpoint makes the meeting feel momentous',
    'framed by dark foreground shapes': 'dark foreground shapes frame the centre like a stage',
    'sweeping diagonal composition': 'a sweeping diagonal carries the eye through the scene',
  },
  abstract: {
    'off-centre balance of large and small shapes': 'large shapes balance small ones a little off-centre',
    'rhythmic repetition with one disruption': 'a steady rhythm of forms is broken exactly once',
    'wide margins of quiet space': 'wide margins of quiet space hold the energy in',
    'strong diagonal tension': 'a strong diagonal gives the composition its tension',
  },
  logo: {
    'single compact mark on a plain background': 'one compact mark sits alone on a plain background',
    'balanced geometry with clever negative space': 'the geometry is balanced and uses its negative space cleverly',
    'symmetrical, centred arrangement': 'the arrangement is centred and quietly symmetrical',
  },
  icon: {
    'one bold centred shape': 'one bold shape sits in the centre with an even margin',
    'rounded silhouette, readable when tiny': 'the rounded silhouette stays readable even when tiny',
    'isolated on a plain background': 'it is isolated on a plain background with a clean edge',
  },
  diagram: {
    'clear left-to-right reading order': 'the parts follow a clear order from left to right',
    'modular grid with generous margins': 'a modular grid with generous margins keeps everything legible',
    'central figure with evenly spaced callouts': 'the main figure is central, with evenly spaced callouts around it',
  },
  map: {
    'straight-down view with a decorative border': 'the view is straight down and held by a decorative border',
    'tilted bird’s-eye view': 'the land tilts gently, as if seen by a passing bird',
    'balanced land and empty margins': 'landmasses and empty margins balance one another',
  },
  poster: {
    'one dominant image with clear hierarchy': 'one dominant image leads and the hierarchy is clear at a glance',
    'bold vertical layout': 'the layout is bold and vertical, made to be seen from afar',
    'generous margins around a central motif': 'a central motif rests inside generous margins',
  },
  pattern: {
    'seamless repeat with even spacing': 'the motifs repeat seamlessly with even spacing',
    'half-drop repeat of mixed sizes': 'large and small motifs alternate in a half-drop repeat',
    'dense all-over arrangement without gaps': 'the arrangement covers the surface without gaps or seams',
  },
  general: {
    'clear focal point, balanced composition': 'the composition is balanced around one clear focal point',
    'off-centre arrangement with open space': 'the arrangement sits off-centre with open space to answer it',
    'layered foreground, middle and background': 'foreground, middle and background are clearly layered',
    'simple background, strong silhouette': 'a simple background keeps the main shape strong',
  },
} as const satisfies Record<string, Pool>
