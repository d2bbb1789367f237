import type { Pool } from './pool.ts'

export const texture = {
  person: {
    'fabric with visible weave and folds': 'the fabric shows its weave and falls in believable folds',
    'natural skin and an unforced expression': 'skin looks natural and the expression unforced',
    'small lived-in details of clothing': 'small signs of wear make the clothing feel lived-in',
    'hands and posture closely observed': 'hands and posture are closely observed',
  },
  crowd: {
    'varied clothing and gestures': 'clothing and gestures differ from one person to the next',
    'small human stories in the background': 'small human stories unfold toward the background',
  },
  fur: {
    'fur rendered in soft, layered strands': 'the fur lies in soft layers and catches the light strand by strand',
    'fine whiskers and a living gaze': 'fine whiskers and a living gaze hold the attention',
    'tactile coat with natural variation': 'the coat varies naturally in length and tone',
  },
  feather: {
    'crisp, overlapping feathers': 'feathers overlap crisply, each with its own edge',
    'iridescent hints in the plumage': 'the plumage shows faint iridescent hints as it turns',
  },
  scale: {
    'finely patterned scales': 'finely patterned scales follow every curve of the body',
    'rough hide with tiny highlights': 'tiny highlights dance over the rough hide',
  },
  sea_creature: {
    'wet skin with shifting highlights': 'wet skin carries long, shifting highlights',
    'fluid movement in every line': 'every line of the body suggests fluid movement',
  },
  insect: {
    'delicate veins and tiny hairs': 'delicate veins and tiny hairs become visible',
    'jewel-like surface detail': 'the smallest surfaces gleam like jewels',
  },
  hide: {
    'deeply creased skin': 'the skin is creased deeply and reads like a map',
    'dust and wear on thick hide': 'dust and old scratches mark the thick hide',
  },
  animal: {
    'carefully observed anatomy': 'the anatomy is carefully observed and the weight feels real',
    'lively, characterful pose': 'the pose is lively and full of character',
  },
  landscape: {
    'every surface with its own grain': 'every natural surface is given its own grain and weight',
    'subtle haze between the distances': 'subtle haze separates the near from the far',
    'small natural details close by': 'small natural details close by reward a second look',
  },
  sea: {
    'fine spray and broken highlights on water': 'fine spray and broken highlights bring the water to life',
    'glassy swells with lacy foam': 'glassy swells carry lacy patterns of foam',
    'salt-worn surfaces': 'whatever stands near the water is worn smooth by salt',
  },
  forest: {
    'moss, bark and tangled roots': 'moss, bark and tangled roots are drawn in loving detail',
    'delicate ferns and drifting motes': 'delicate ferns and drifting motes fill the quiet air',
  },
  desert: {
    'fine ripples carved by the wind': 'fine ripples show where the wind has passed',
    'cracked, sun-baked ground': 'cracked, baked ground runs right up to the viewer',
  },
  snow: {
    'powdery drifts and brittle frost': 'powdery drifts and brittle frost catch tiny points of light',
    'crisp edges softened by snow': 'crisp edges are rounded off by a fresh layer of snow',
  },
  flat: {
    'bold shapes against calm flat areas': 'bold shapes stand out from calm, flat areas of tone',
    'cleverly simplified silhouettes': 'silhouettes are simplified until only the telling curve remains',
    'a few small, well-placed details': 'a few small details are placed exactly where they matter',
  },
  building: {
    'weathered stone, worn wood and old glass': 'the surfaces are weathered by years of use',
    'crisp façade details and small signs of life': 'crisp details and small signs of life enliven the façades',
    'tactile materials with honest wear': 'the materials feel solid and show honest wear',
  },
  interior: {
    'wood grain, linen and worn edges': 'wood grain, linen and worn edges make it tangible',
    'layered objects with a history': 'the objects are layered and seem to have a history',
    'soft textiles against hard surfaces': 'soft textiles play against harder surfaces',
  },
  hotFood: {
    'wisps of steam and glistening surfaces': 'thin wisps of steam rise over glistening surfaces',
    'rich, glossy textures': 'rich, glossy textures make the flavour almost audible',
  },
  food: {
    'crisp edges and moist, tender textures': 'crisp edges give way to moist, tender textures',
    'scattered crumbs and small imperfections': 'crumbs and small imperfections show that it is real',
    'fresh, tactile ingredients': 'each ingredient looks fresh and easy to name',
  },
  coldFood: {
    'beads of condensation, fresh and cool': 'beads of condensation promise something cool and fresh',
    'fresh, tactile ingredients': 'each ingredient looks fresh and easy to name',
  },
  plant: {
    'delicate veins and velvety surfaces': 'delicate veins run through velvety surfaces',
    'fine droplets and natural imperfections': 'fine droplets and small blemishes keep it natural',
    'translucent edges catching light': 'translucent edges catch the light',
  },
  machine: {
    'brushed metal and crisp reflections': 'brushed metal and crisp reflections describe each panel',
    'worn edges, bolts and working parts': 'worn edges, bolts and joints show that it really works',
    'precise mechanical detail': 'the mechanical detail is precise and makes sense',
  },
  object: {
    'believable materials with a soft sheen': 'the materials are believable and carry a soft sheen',
    'small signs of use': 'small signs of use give it a past',
    'tactile surface detail': 'the surface detail is so tactile that it asks to be picked up',
  },
  product: {
    'precise edges and clean reflections': 'edges are precise and reflections clean',
    'honest materials shown up close': 'the materials are shown honestly and up close',
    'immaculate finish with a subtle sheen': 'the finish is immaculate and carries a subtle sheen',
  },
  space: {
    'fine stardust and drifting gas': 'fine stardust and drifting gas fill the emptiness',
    'swirling filaments and fine dust lanes': 'swirling filaments are threaded with fine, dark lanes of dust',
  },
  underwater: {
    'drifting particles and tiny bubbles': 'drifting particles and tiny bubbles give the water substance',
    'swaying forms softened by depth': 'swaying forms grow softer with depth',
  },
  fantasy: {
    'ancient surfaces full of small stories': 'ancient surfaces are full of small stories',
    'intricate ornament and drifting embers': 'intricate ornament and drifting motes suggest old power',
    'tangible textures that ground the fantastic': 'tangible textures keep the fantastic grounded',
  },
  abstract: {
    'rich layered surface': 'the surface is richly layered, with earlier states showing through',
    'smooth fields against rough marks': 'smooth fields are interrupted by rough marks',
    'subtle gradations within each shape': 'subtle gradations live within each shape',
  },
  logo: {
    'recognisable at any size': 'the mark stays recognisable from a signboard to a button',
    'crisp edges, nothing superfluous': 'the edges are crisp and nothing superfluous remains',
  },
  icon: {
    'clean outline with a small highlight': 'a clean outline and a small highlight finish it',
    'simplified to its essential features': 'everything is simplified to the essential features',
  },
  diagram: {
    'consistent stroke widths and tidy spacing': 'stroke widths are consistent and the spacing tidy',
    'each part distinct and easy to follow': 'each part is distinct and easy to follow',
  },
  map: {
    'tiny drawn hills, trees and coastlines': 'tiny drawn hills, trees and coastlines invite exploring',
    'fine contour lines and aged parchment tone': 'fine contours give the terrain a feeling of height',
  },
  poster: {
    'bold shapes that read from afar': 'bold shapes hold up at a distance',
    'slightly aged ink texture': 'a slightly aged ink texture adds warmth up close',
  },
  pattern: {
    'motifs varied just enough to feel hand-drawn': 'the motifs vary just enough to feel hand-drawn',
    'crisp shapes with small secondary details': 'small secondary details fill the pauses between crisp shapes',
  },
  general: {
    'fine, considered detail': 'fine, considered detail rewards a closer look',
    'tactile, believable surfaces': 'the surfaces are tactile and believable',
    'detail concentrated where the eye lands': 'detail gathers where the eye lands and relaxes elsewhere',
  },
} as const satisfies Record<string, Pool>
