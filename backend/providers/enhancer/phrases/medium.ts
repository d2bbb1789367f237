import type { Pool } from './pool.ts'

export const medium = {
  photoOfPerson: {
    'editorial portrait photograph': 'it is an editorial photograph, honest and unposed',
    'candid documentary photograph': 'this is a candid documentary photograph, caught rather than staged',
    'portrait on medium-format film': 'it is a portrait with the depth and patience of medium-format film',
    'cinematic film still': 'it looks like a still from a carefully shot film',
  },
  photoOfAnimal: {
    'natural animal photograph': 'it is a natural animal photograph taken with patience',
    'nature-magazine photograph': 'it is the kind of photograph that opens a feature in a nature magazine',
    'candid animal photograph': 'this is a candid photograph of a moment that lasted a second',
  },
  photoOfLandscape: {
    'large-format landscape photograph': 'it is a large-format landscape photograph made slowly on a tripod',
    'fine-art landscape photograph': 'it is a fine-art photograph, more felt than reported',
    'travel-journal photograph': 'it is a photograph from a travel journal, the best frame of a long journey',
  },
  photoOfBuilding: {
    'architectural photograph': 'it is an architectural photograph with true, upright verticals',
    'documentary photograph of a place': 'this is a documentary photograph with the life of the place left in',
    'cinematic establishing shot': 'it is the establishing shot of a carefully made film',
  },
  photoOfInterior: {
    'interior-magazine photograph': 'it is a photograph for an interiors magazine, styled but lived-in',
    'quiet documentary photograph': 'this is a quiet documentary photograph of a place in use',
    'cinematic film still': 'it looks like a still from a carefully shot film',
  },
  photoOfFood: {
    'editorial food photograph': 'it is an editorial food photograph, generous and unfussy',
    'cookbook photograph': 'it is a photograph for a beautifully printed cookbook',
    'rustic still-life photograph': 'this is a rustic still-life photograph with nothing superfluous',
  },
  photoOfPlant: {
    'botanical photograph': 'it is a botanical photograph that looks closely and slowly',
    'quiet nature photograph': 'this is a quiet nature photograph made with patience',
  },
  photoOfMachine: {
    'magazine feature photograph': 'it is a photograph for the opening spread of a magazine',
    'documentary photograph': 'this is a documentary photograph, observed rather than arranged',
    'cinematic film still': 'it looks like a still from a carefully shot film',
  },
  photoOfThing: {
    'still-life photograph': 'it is a still-life photograph arranged with restraint',
    'magazine feature photograph': 'it is a photograph for the opening spread of a magazine',
    'cinematic film still': 'it looks like a still from a carefully shot film',
  },
  photoOfProduct: {
    'catalogue-quality product photograph': 'it is a product photograph of catalogue quality, clean and exact',
    'studio campaign photograph': 'it is a studio photograph with the poise of a large campaign',
  },
  photo: {
    'editorial photograph': 'it is an editorial photograph with a clear point of view',
    'documentary photograph': 'this is a documentary photograph, observed rather than arranged',
    'cinematic film still': 'it looks like a still from a carefully shot film',
  },
  painting: {
    'oil painting on linen': 'it is painted in oils on linen, with the weave just showing',
    'alla prima oil painting': 'it is an oil painting made in one sitting, wet into wet',
    'gouache painting': 'it is painted in opaque, velvety gouache',
    'acrylic painting on board': 'it is an acrylic painting on board, built up in confident layers',
  },
  watercolour: {
    'loose watercolour on cotton paper': 'it is a loose watercolour on heavy cotton paper',
    'layered watercolour painting': 'it is a watercolour built from thin, luminous layers',
    'ink and watercolour painting': 'fine ink lines hold together fresh watercolour',
  },
  drawing: {
    'coloured pencil drawing': 'it is drawn in coloured pencil, layer over layer',
    'soft pastel drawing': 'it is a soft pastel drawing on toned paper',
    'pen drawing with colour washes': 'it is a pen drawing tinted with light washes of colour',
  },
  illustration: {
    'storybook illustration': 'it is an illustration from a finely made storybook',
    'editorial illustration': 'it is an editorial illustration with one clear idea',
    'digital painting': 'it is a digital painting that keeps the marks of the hand',
  },
  epicIllustration: {
    'concept-art painting': 'it is a concept painting that suggests a larger world',
    'illustrated book plate': 'it could be the full-page plate of an old illustrated book',
    'richly layered digital painting': 'it is a digital painting, richly layered and full of atmosphere',
  },
  render: {
    'stylised 3D render': 'it is a stylised 3D render with believable materials',
    'clay-like 3D render': 'it is a 3D render with the soft surfaces of modelling clay',
    'physically based 3D render': 'it is a 3D render in which every material answers to the light',
  },
  print: {
    'two-layer risograph print': 'it is a risograph print with slightly misaligned layers',
    'linocut print': 'it is a linocut with bold, hand-cut shapes',
    'hand-pulled screen print': 'it is a hand-pulled screen print in a few flat inks',
  },
  vector: {
    'flat vector design': 'it is a flat vector design drawn with economy',
    'clean geometric vector artwork': 'it is vector artwork built from simple geometry',
  },
  technical: {
    'clean technical illustration': 'it is a technical illustration, precise and easy to read',
    'textbook-quality vector illustration': 'it is an illustration worthy of a well-made textbook',
  },
  cartography: {
    'hand-drawn cartography': 'it is hand-drawn cartography with care in every line',
    'illustrated atlas plate': 'it looks like a plate from an illustrated atlas',
  },
  craft: {
    'layered paper-cut scene': 'everything is cut from layered paper with visible edges',
    'felted wool miniature': 'everything is a felted wool miniature, stitched by hand',
    'hand-built clay miniature': 'everything is modelled in clay, fingerprints included',
  },
} as const satisfies Record<string, Pool>
