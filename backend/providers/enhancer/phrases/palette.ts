import type { Pool } from './pool.ts'

/** `{colour}` stands for the one colour that the prompt names. */
export const palette = {
  named: {
    'the {colour} set against quiet neutrals': 'the {colour} leads and all around it stays in quiet neutrals',
    'restrained colours that let the {colour} lead': 'the other colours hold back so that the {colour} can lead',
    'the {colour} echoed in small accents': 'the {colour} returns in small accents elsewhere in the picture',
  },
  mono: {
    'full tonal range from deep black to clean white': 'the tones run the full range from deep black to clean white',
    'rich mid-greys and paper-white highlights': 'rich mid-greys carry the picture and the highlights stay paper-white',
    'strong tonal contrast': 'strong tonal contrast does the work that colour would do',
  },
  outline: {
    'black line on plain white': 'everything is drawn in black line on plain white',
    'open shapes without shading': 'open shapes are left unshaded and ready to be filled',
    'line weight alone suggesting depth': 'line weight alone suggests what is near and what is far',
  },
  calm: {
    'muted sage, sand and pale blue': 'the colours are muted: sage, sand and a pale blue',
    'soft cream, dove grey and celadon': 'soft cream, dove grey and celadon keep the palette restful',
    'gentle analogous blues and greens': 'neighbouring blues and greens shade gently into each other',
  },
  dark: {
    'ink blue, charcoal and a trace of rust': 'ink blue and charcoal dominate, with only a trace of rust',
    'desaturated greens and bruised purples': 'the palette is drained to cold greens and bruised purples',
    'near-black tones with one ember accent': 'near-black tones are relieved by one ember-coloured accent',
  },
  joyful: {
    'sunflower yellow, coral and turquoise': 'sunflower yellow, coral and turquoise keep the palette buoyant',
    'clear primary colours softened with cream': 'clear primary colours are softened with plenty of cream',
    'fresh citrus tones against white': 'fresh citrus tones ring out against clean white',
  },
  playful: {
    'candy pink, mint and butter yellow': 'candy pink, mint and butter yellow make a light-hearted palette',
    'rounded pastel colours with a tomato accent': 'friendly pastels meet one tomato-coloured accent',
    'peach, periwinkle and pistachio': 'peach, periwinkle and pistachio sit happily side by side',
  },
  dramatic: {
    'deep teal against burnt orange': 'deep teal is set against burnt orange',
    'oxblood, slate and tarnished gold': 'oxblood, slate and tarnished gold give the palette weight',
    'bold complementary contrast': 'bold complementary contrast holds the whole picture in tension',
  },
  tender: {
    'dusty rose, honey and warm ivory': 'dusty rose, honey and ivory make a warm, close palette',
    'faded apricot and soft brown tones': 'faded apricot and soft browns recall an old keepsake',
    'warm earth tones with a blush accent': 'warm earth tones carry one blush-coloured accent',
  },
  melancholy: {
    'faded blue-grey and washed-out ochre': 'faded blue-grey and washed-out ochre hold the palette low',
    'rain-dulled blues and pale umber': 'dulled blues and pale umber seem to have lost their sun long ago',
    'cool slate tones with one warm accent': 'cool slate tones surround a single warm accent',
  },
  mysterious: {
    'deep indigo, plum and smoky teal': 'deep indigo, plum and smoky teal run into one another',
    'violet shadows with pale gold accents': 'violet shadows are pricked by accents of pale gold',
    'dark emerald and antique brass': 'dark emerald and antique brass hint at something hidden',
  },
  refined: {
    'off-white, graphite and brushed brass': 'off-white, graphite and a little brass keep the palette composed',
    'tonal palette of warm greys': 'a tonal palette of warm greys keeps attention on form',
    'black, ivory and a single jewel tone': 'black and ivory frame a single jewel tone',
  },
  inviting: {
    'toasted browns, cream and herb green': 'toasted browns and cream are freshened with herb green',
    'terracotta, butter and deep olive': 'terracotta, butter and deep olive make an appetising palette',
    'ripe reds against pale linen': 'ripe reds glow against pale linen',
  },
  energetic: {
    'saturated complementary colours': 'saturated complementary colours push against each other',
    'electric blue, hot coral and acid yellow': 'electric blue, hot coral and acid yellow collide cheerfully',
    'bold primaries with black accents': 'bold primaries are sharpened by accents of black',
  },
  night: {
    'indigo and charcoal with warm pinpricks': 'indigo and charcoal fill the picture, pricked by small warm accents',
    'deep blues with amber accents': 'deep blues are answered by a few accents of amber',
    'blue-black tones and silver highlights': 'blue-black tones are lifted by silver highlights',
  },
  nightCity: {
    'magenta, cyan and wet-asphalt black': 'magenta and cyan glow against the black of the streets',
    'sodium orange against deep blue': 'sodium orange burns against deep blue',
  },
  dusk: {
    'apricot, rose and deepening violet': 'apricot and rose give way to deepening violet',
    'amber highlights over blue shadows': 'amber highlights lie over long blue shadows',
    'copper, peach and smoky lilac': 'copper and peach melt into smoky lilac',
  },
  dawn: {
    'pale pink, pearl and misty blue': 'pale pink, pearl and misty blue barely differ from one another',
    'lemon light over lavender shadows': 'lemon-tinted highlights float over lavender shadows',
  },
  snow: {
    'ice blue, white and weathered grey': 'ice blue, white and weathered grey leave the palette spare',
    'cool whites with one warm accent': 'cool whites make a single warm accent precious',
  },
  forest: {
    'moss, fern and bark brown': 'moss, fern and bark brown are the heart of the palette',
    'deep greens with touches of gold': 'deep greens are touched here and there with gold',
  },
  desert: {
    'ochre, terracotta and bleached bone': 'ochre, terracotta and bleached bone shift with every slope',
    'sun-faded sand and rose': 'faded sand and rose lie under a thin, pale blue',
  },
  sea: {
    'sea-glass green, slate and foam white': 'sea-glass green and slate are broken by foam white',
    'deep teal shading to pale aqua': 'deep teal shades gradually into pale aqua',
  },
  autumn: {
    'russet, amber and faded olive': 'russet, amber and faded olive carry the season',
    'burnished copper and plum': 'burnished copper glows beside muted plum',
  },
  spring: {
    'fresh green, blossom pink and cream': 'fresh green, blossom pink and cream feel newly washed',
    'young leaf green and pale lilac': 'young leaf green meets pale lilac',
  },
  underwater: {
    'turquoise sinking into deep ultramarine': 'turquoise sinks by degrees into deep ultramarine',
    'blue-green haze with coral accents': 'a blue-green haze is broken by small coral-coloured accents',
    'aquamarine and pearl over dark blue': 'aquamarine and pearl shimmer over dark blue',
  },
  space: {
    'violet and cyan against pure black': 'violet and cyan bloom against pure black',
    'cold silver, rust and deep black': 'cold silver and rust stand out from deep black',
    'magenta dust over inky blue': 'magenta dust drifts across inky blue',
  },
  graphic: {
    'two flat colours plus white': 'two flat colours and white are all it needs',
    'navy, coral and warm white': 'navy, coral and a warm white make a compact, confident palette',
    'limited palette with strong contrast': 'the limited palette relies on strong contrast',
    'forest green, cream and ochre': 'forest green, cream and ochre keep it distinctive yet easy to reproduce',
  },
  neutral: {
    'harmonious, limited palette': 'the palette is limited and harmonious',
    'natural, true-to-life colours': 'the colours stay natural and true to life',
    'warm tones balanced by cool shadows': 'warm tones are balanced by cooler shadows',
    'cohesive colour scheme with one accent': 'the colours belong together and a single accent stands out',
  },
} as const satisfies Record<string, Pool>
