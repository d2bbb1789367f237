export type Place = keyof typeof written

const written = {
  sea: 'sea ocean harbor harbour bay waves wave seascape maritime nautical gulf tide wharf pier dock atlantic pacific',
  lake: 'lake pond lagoon reservoir lakeside fjord loch reflection water',
  river: 'river stream creek canal waterfall riverbank brook venice',
  beach: 'beach shore coast coastline island seaside sand_beach sandy_beach tropical tropics cove',
  mountains:
    'mountain mountains peak peaks alps hill hills cliff valley summit volcano himalaya fuji canyon highland mountaintop ridge glacier',
  forest: 'forest wood woods woodland jungle grove rainforest thicket bamboo swamp',
  desert: 'desert dune dunes sahara oasis mesa sand egypt wasteland',
  city: 'city skyline downtown metropolis cityscape urban tokyo new_york london paris manhattan cyberpunk cyber hong_kong megacity',
  street: 'street road alley avenue highway lane market sidewalk crossroad square plaza boulevard traffic',
  village: 'village town hamlet countryside_village settlement',
  rooftop: 'rooftop roof roofs rooftops chimney balcony',
  room: 'room kitchen table interior window bedroom library studio indoors desk shelf still_life hall café restaurant attic cellar living_room inside',
  space: 'space galaxy universe cosmos nebula orbit outer_space milky_way interstellar spacewalk lunar',
  field:
    'field meadow grassland farm prairie wheat pasture countryside hillside savanna savannah plain steppe grass lawn vineyard land landscape',
  garden: 'garden park courtyard greenhouse backyard orchard',
  snowfield: 'snowfield tundra arctic antarctic north_pole ice iceberg antarctica south_pole frozen',
  underwater:
    'underwater reef coral seabed ocean_floor under_the_sea deep_sea beneath_the_waves under_water atlantis abyss beneath_the_sea under_the_ocean',
  sky: 'sky heaven heavens in_the_clouds above_the_clouds cloudscape skies among_the_clouds floating_island',
}

export const placeWords: ReadonlyMap<string, Place> = new Map(
  entriesOf(written).flatMap(([id, words]) => words.split(' ').map((word) => [word.replaceAll('_', ' '), id] as const)),
)

function entriesOf<Key extends string>(record: Record<Key, string>): [Key, string][] {
  const entries: [Key, string][] = []
  for (const key in record) entries.push([key, record[key]])
  return entries
}
