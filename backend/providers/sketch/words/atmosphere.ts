export type Time = 'dawn' | 'day' | 'golden' | 'sunset' | 'dusk' | 'night'
export type Weather = 'clear' | 'rain' | 'snow' | 'mist' | 'storm' | 'clouds' | 'wind'
export type Season = 'spring' | 'summer' | 'autumn' | 'winter'
export type Mood = 'calm' | 'joyful' | 'dark' | 'dreamy' | 'neon' | 'ancient'

export const timeWords = table<Time>({
  dawn: 'dawn sunrise daybreak morning early_morning first_light aurora',
  day: 'day noon midday daytime sunny afternoon daylight bright',
  golden: 'golden_hour golden_light golden late_afternoon sunlit sunshine sunlight',
  sunset: 'sunset sundown evening_sun setting_sun',
  dusk: 'dusk twilight evening gloaming nightfall blue_hour',
  night: 'night midnight nighttime nocturnal moonlight moonlit starry starlight under_the_stars under_the_moon',
})

export const weatherWords = table<Weather>({
  clear: 'clear cloudless',
  rain: 'rain rainy raining drizzle shower downpour monsoon wet rainfall',
  snow: 'snow snowy snowing snowfall blizzard snowflake frost frosty snowstorm icy',
  mist: 'mist misty fog foggy haze hazy smoky smoke steam_mist',
  storm: 'storm stormy thunder lightning thunderstorm tempest hurricane thundercloud',
  clouds: 'cloudy overcast clouds clouded',
  wind: 'wind windy breeze breezy gale gust',
})

export const seasonWords = table<Season>({
  spring: 'spring springtime april may cherry_blossoms sakura blossoming',
  summer: 'summer summertime july august',
  autumn: 'autumn autumnal fall october november harvest halloween',
  winter: 'winter wintry december january christmas snowy frozen xmas',
})

export const moodWords = table<Mood>({
  calm: 'calm peaceful quiet serene tranquil gentle still zen lonely solitary minimal minimalist soft',
  joyful: 'happy joyful cheerful festive colourful colorful vibrant playful bright party cute celebration fun rainbow',
  dark: 'dark gloomy spooky haunted sinister eerie scary gothic horror shadow shadowy mysterious',
  dreamy: 'dream dreamy magical fantasy surreal enchanted mystical ethereal fairytale whimsical magic',
  neon: 'neon cyberpunk glowing synthwave retrowave electric laser futuristic cyber hologram vaporwave',
  ancient: 'ancient old ruined medieval vintage antique ruin historic rustic',
})

function table<Kind extends string>(written: Record<Kind, string>): ReadonlyMap<string, Kind> {
  const words = new Map<string, Kind>()
  for (const kind in written) for (const word of written[kind].split(' ')) words.set(word.replaceAll('_', ' '), kind)
  return words
}
