/** What else a prompt settles: time, place, weather, what the figure is like. Form as in `kinds.ts`. */
export const facts = {
  night:
    'night, nighttime, night-time, midnight, moon, moonlit, moonlight, starry, stars, stargazing, neon, aurora, northern lights, nocturnal, after dark, fireworks, firefl(?:y|ies), milky way, bonfire, campfire, halloween',
  dusk: 'sunset, dusk, twilight, golden[- ]hour, blue[- ]hour, evening, sundown, gloaming',
  dawn: 'sunrise, dawn, daybreak, morning, early light',
  day: 'noon, midday, daytime, daylight, afternoon, sunny, sunlit, sunshine, sunlight, blue sky, summer day',
  rain: 'rain, rainy, raining, drizzle, puddle, umbrella, downpour, monsoon',
  snow: 'snow, snowy, snowing, snowfall, snow-covered, snow-capped, winter, wintry, blizzard, ice(?! cream| cube| lolly| tea), icy, frozen, frost, frosty, arctic, antarctic, glacier, iceberg, igloo, christmas',
  fog: 'fog, foggy, mist, misty, haze, hazy',
  storm: 'storm, stormy, thunder, thunderstorm, lightning, tornado, hurricane, tempest',
  autumn: 'autumn, autumnal, fall leaves, fall foliage, october, november, harvest',
  spring: 'spring, springtime, cherry blossom, blossoming, april',
  forest: 'forest, woods, woodland, jungle, rainforest, redwoods?, birch(?:es)?, pines?',
  desert: 'desert, dune, sahara, canyon, mars, martian, oasis, wild west, savann?ah?',
  sea: 'sea, ocean, beach(?:es)?, coast, coastline, wave, lagoon, harbou?r, island, cliff, sailboat, lighthouse, seaside, surf, surfer, pirate ship',
  city: 'city, cities, street, alley, alleyway, skyline, cityscape, downtown, tokyo, new york, london, paris, hong kong, shanghai, rooftop, skyscraper, metropolis, megacity, subway, times square, cyberpunk, urban',
  underwater:
    'underwater, coral reef, reef, deep sea, ocean floor, seabed, kelp forest, sunken, submerged, mermaid, scuba, jellyfish, manta ray',
  space:
    'outer space, in space, through space, deep space, galaxy, galaxies, nebula, nebulae, black hole, solar system, cosmos, cosmic, supernova, asteroid, saturn, jupiter, space station, spacewalk, spaceship, starship, on the moon, on mars, planet, orbiting, in orbit',
  indoor:
    'indoors?, inside, interior, room, bedroom, living room, kitchen, bathroom, office, loft, hallway, corridor, attic, classroom, workshop, restaurant, diner, cafe, café, coffee shop, tea house, bar, pub, tavern, museum, lobby, laborator(?:y|ies), lab, ballroom, cellar, basement, gym, sauna, arcade, theat(?:re|er), librar(?:y|ies), bookshop, bookstore, record store, reading nook, staircase, studio, (?<!glass )(?<!car )(?<!train )window, windowsill, fireplace, sofa, couch, armchair, desk, on a table, on the table, kitchen table, wooden table, bathtub, bed, greenhouse',
  outdoor:
    'outdoors?, outside, mountain, valley, forest, jungle, beach(?:es)?, coast, ocean, sea, lake, river, waterfall, desert, canyon, meadow, field, hill, island, volcano(?:es)?, sky, landscape, countryside, vineyard, woods, park, garden, street, alley, city, skyline, rooftop, bridge, castle, village, market, road, path, harbou?r, beach, cliff, savann?ah?, tree, rain, snow, sunset, sunrise, balcony, terrace, picnic, surfing, hiking',
  portrait:
    'portrait, headshot, face, bust of, close[- ]up of (?:a |an |the )?(?:young |old |elderly )?(?:m[ae]n|wom[ae]n|girl|boy|child), selfie, passport photo, linkedin',
  crowd:
    'crowd, people, group, team, family, families, couple, friends, children, kids, twins, soldiers, dancers, students, festival, trio, quartet, band, orchestra, choir, meeting, commuters, villagers, tourists, women, men, girls, boys, knights, astronauts, monks, elders, market, parade',
  /** Wears or is something that hides skin and face. */
  covered:
    'astronaut, cosmonaut, knight, diver, helmet, masked, mask, armou?r, armou?red, robot, android, skeleton, spacesuit, hazmat, faceless, hooded, ninja, mech, mecha',
  unseen:
    'from behind, seen from the back, silhouette, eyes closed, closed eyes, sleeping, asleep, blindfold(?:ed)?, back view, facing away, tiny figure, in the distance, headless',
  mono: 'black[- ]and[- ]white, b&w, b/w, monochrome, monochromatic, grayscale, greyscale, noir, charcoal (?:drawing|sketch|portrait), pencil (?:sketch|drawing|portrait), graphite, line art, lineart, colou?ring (?:book )?page, ink drawing, ink sketch, pen and ink, etching, engraving, silhouette art, single[- ]line drawing, daguerreotype, tintype, sumi-e, ink wash, sepia, blueprint, x-ray',
  heroic:
    'knight, warrior, samurai, viking, boxer, gladiator, pirate, superhero(?:es)?, hero, soldier, swordsm[ae]n, archer, gunslinger, explorer, astronaut, firefighter, climber, surfer',
  outline: 'line art, lineart, colou?ring (?:book )?page, single[- ]line, outline drawing, stencil',
  fur: 'cat, kitten, tabby, dog, puppy, puppies, fox(?:es)?, wol(?:f|ves), bear, panda, lion, lioness, tiger, leopard, cheetah, jaguar, panther, rabbit, bunny, bunnies, hare, mouse, mice, hamster, squirrel, raccoon, otter, beaver, deer, stag, fawn, horse, pony, ponies, cow, sheep, lamb, goat, llama, alpaca, monkey, gorilla, koala, kangaroo, badger, corgi, labrador, husky, huskies, poodle, dachshund, retriever, bulldog, terrier, lynx, red panda, bison, yak, ferret, capybara, meerkat, lemur, guinea pig, mammoth, german shepherd, dalmatian, sloth, camel, donkey',
  feather:
    'bird, owl, eagle, hawk, falcon, raven, crow, parrot, macaw, peacock, flamingo, swan, duck, duckling, goose, geese, penguin, hummingbird, kingfisher, rooster, hen, robin, sparrow, heron, toucan, pelican, puffin, seagull, stork, cockatoo',
  scale:
    'snake, lizard, iguana, chameleon, gecko, crocodile, alligator, turtle, tortoise, dinosaur, t-rex, dragon, koi, goldfish, fish, clownfish',
  sea_creature:
    'whale, dolphin, shark, octopus(?:es)?, jellyfish, squid, seahorse, manta ray, stingray, seal, orca, frog, toad',
  insect:
    'butterfl(?:y|ies), moth, bee, bumblebee, dragonfl(?:y|ies), beetle, ladybug, ladybird, ant, spider, caterpillar, praying mantis, firefl(?:y|ies), grasshopper',
  hide: 'elephant, rhino, rhinoceros, hippo, hippopotamus, walrus(?:es)?',
  hot: 'ramen, soup, coffee, latte, cappuccino, espresso, tea, pizza, stew, curry, pasta, spaghetti, steak, burger, pancake, noodle, dumpling, pho, toast, risotto, paella, lasagna, hot chocolate, roast(?:ed)?, grilled, baked, steaming, fresh from the oven',
  cold: 'ice cream, cocktail, lemonade, smoothie, beer, gelato, milkshake, iced, sorbet, popsicle, watermelon, juice, soda',
  lettering:
    'says?, reads?, reading, saying, text, titled?, words?, lettering, letters, written, caption(?:ed)?, sign, slogan, label(?:l?ed)?, called, named, poster, logo, tagline, headline, typography, banner, neon sign, cover, message, t-shirt, font, inscription, engraved, spells, spelling',
  realistic: 'realistic, photorealistic, photo-realistic, hyper-?realistic, lifelike, cinematic',
  genre:
    'cyberpunk, steampunk, sci-fi, science fiction, futuristic, solarpunk, dieselpunk, dystopian, post-apocalyptic, retrofuturistic',
} as const

export type Fact = keyof typeof facts

export const moods = {
  calm: 'calm, serene, serenity, peaceful, tranquil, quiet, zen, soothing, relaxing, relaxed, gentle, still',
  dark: 'dark(?! chocolate| hair| skin| eyes| green| blue| red| brown| wood| roast|-haired|-skinned| matter), gloomy, ominous, eerie, spooky, creepy, horror, sinister, haunted, scary, gothic, grim, nightmare, macabre, brooding, menacing, moody, dystopian, post-apocalyptic, terrifying, bleak',
  joyful:
    'happy, joyful, cheerful, festive, celebration, celebrating, party, lively, fun, smiling, laughing, birthday, carnival, upbeat, sunny mood',
  playful: 'cute, whimsical, playful, funny, friendly, silly, adorable, quirky, kawaii, goofy, chibi, humorous, cheeky',
  dramatic:
    'dramatic, epic, majestic, intense, heroic, grand, powerful, fierce, battle, fight, fighting, duel, war, awe-inspiring, monumental, cinematic',
  tender:
    'cozy, cosy, romantic, nostalgic, nostalgia, intimate, tender, heartwarming, loving, hugge?, dreamy, warm feeling, comforting, wholesome',
  melancholy:
    'sad, sadness, lonely, loneliness, lonesome, melanchol(?:y|ic), abandoned, forlorn, wistful, grief, grieving, crying, solitary, forgotten, desolate',
  mysterious:
    'mysterious, mystery, mystical, surreal, ethereal, otherworldly, magical, enchanted, dreamlike, enigmatic, psychedelic',
  refined:
    'elegant, luxurious, luxury, sophisticated, minimalist, minimalistic, minimal, sleek, modern, professional, premium, stylish, corporate',
  inviting: 'delicious, tasty, mouth-?watering, appeti[sz]ing, fresh, inviting, rustic',
  energetic:
    'energetic, dynamic, fast, action, vibrant, wild, chaotic, explod(?:es|ing), explosion, racing, high-speed, rave',
} as const

export type Mood = keyof typeof moods
