import type { Pool } from './pool.ts'

export const mood = {
  calm: {
    'quiet, unhurried mood': 'the mood is quiet and unhurried',
    'serene stillness': 'a serene stillness holds it all together',
    'contemplative atmosphere': 'the atmosphere invites long, contemplative looking',
  },
  dark: {
    'brooding atmosphere': 'the atmosphere broods and gives nothing away',
    'uneasy silence': 'an uneasy silence hangs over everything',
  },
  joyful: {
    'bright, optimistic mood': 'the mood is bright and optimistic',
    'infectious good cheer': 'good cheer spreads from the centre outward',
    'light-hearted, sociable mood': 'it feels light-hearted and sociable',
  },
  playful: {
    'whimsical charm': 'the whole thing has a whimsical charm',
    'mischievous sense of fun': 'a mischievous sense of fun runs through it',
    'gentle humour': 'there is gentle humour in the way it is told',
  },
  dramatic: {
    'grand, dramatic mood': 'the mood is grand and charged with drama',
    'sense of a decisive moment': 'it feels like the second before something decisive',
    'epic, awe-struck atmosphere': 'the atmosphere is epic and a little awe-struck',
  },
  tender: {
    'warm, intimate mood': 'the mood is warm and intimate',
    'nostalgic tenderness': 'a nostalgic tenderness runs underneath',
    'cosy, sheltered feeling': 'it feels cosy and sheltered',
  },
  melancholy: {
    'wistful, bittersweet mood': 'the mood is wistful, somewhere between loss and hope',
    'gentle melancholy': 'a gentle melancholy settles over the picture',
  },
  mysterious: {
    'air of quiet mystery': 'an air of mystery keeps some answers back',
    'dreamlike, otherworldly feeling': 'it feels dreamlike and a little otherworldly',
    'hushed sense of wonder': 'there is a hushed sense of wonder',
  },
  refined: {
    'poised, understated elegance': 'the overall impression is poised and understated',
    'confident, timeless character': 'its character is confident and timeless',
    'modern, composed feeling': 'it feels modern and composed',
  },
  inviting: {
    'warm, inviting mood': 'the mood is warm and inviting',
    'generous, home-made feeling': 'it feels generous and home-made',
    'fresh, appetising feeling': 'everything looks fresh and makes the mouth water',
  },
  energetic: {
    'vivid sense of motion': 'a vivid sense of motion drives the whole picture',
    'restless, electric energy': 'the energy is restless and electric',
  },
} as const satisfies Record<string, Pool>
