/** Words that name a medium. The first group that matches wins, so the narrow ones stand first. Form as in `kinds.ts`. */
export const media = {
  pixel: 'pixel art, pixel-art, pixelart, pixelated, 8[- ]bit, 16[- ]bit, 32[- ]bit, sprite',
  craft:
    'paper[- ]?cut, paper craft, papercraft, origami, embroider(?:y|ed), felt(?:ed)?, felted wool, crochet(?:ed)?, knitted, mosaic, stained glass, claymation, plasticine, clay model, ceramic sculpture, diorama, marble sculpture, wood carving, bronze statue, quilted, tapestry, cross-stitch, needle felt, made of lego, balloon art, ice sculpture, sand sculpture',
  watercolour: 'watercolou?rs?, water colou?r, aquarelle',
  print:
    'risograph, riso, linocut, woodcut, woodblock, screen ?print, screenprint, silkscreen, ukiyo-e, lithograph, letterpress, stamp',
  drawing:
    'sketch(?:es)?, drawing, drawn, pencil, charcoal, graphite, crayon, pastel (?:drawing|painting), oil pastel, chalk, line art, lineart, pen and ink, ink drawing, ink sketch, doodle, etching, engraving, colou?ring (?:book )?page, single[- ]line, ballpoint, tattoo design, tattoo, sumi-e, ink wash',
  painting:
    'oil painting, painting, painted, oil on canvas, oils, acrylic, gouache, fresco, impasto, tempera, mural, impressionist, impressionism, baroque, renaissance, rococo, pointillis[mt], expressionist, cubist, cubism, fauvist, pre-raphaelite, surrealist painting',
  comic: 'anime, manga, comic, comic book, cartoon, graphic novel, cel[- ]shaded, webtoon, chibi, bande dessin[eé]e',
  render:
    '3d, 3d render, cgi, octane render, blender render, unreal engine, low[- ]poly, voxel, clay render, isometric, ray[- ]?traced, c4d, game asset, video game',
  vector: 'vector, flat design, flat illustration, clip ?art, svg, bauhaus, swiss design, flat style, silhouette art',
  photo:
    'photo, photograph, photograph(?:y|ic), shot on, dslr, polaroid, \\d+ ?mm, lens(?:es)?, film still, movie still, snapshot, daguerreotype, tintype, selfie, headshot, drone shot, macro shot, long exposure, bokeh, photorealistic, photo-realistic, hyper-?realistic, cinematic shot, kodak, product shot, street photography, fujifilm, hasselblad, leica, depth of field, telephoto, fisheye, stock image, time-lapse, gopro, cctv',
  illustration:
    'illustration, illustrated, digital art, digital painting, concept art, storybook, children.?s book, matte painting, artwork, vignette, picture book',
  /** Names a manner that no pool is sure to suit: nothing of another medium is added. */
  any: 'style, inspired by, in the manner of, aesthetic, art deco, art nouveau, pop art, hologram, x-ray, collage, graffiti, vaporwave, synthwave, glitch art, mixed media, ascii',
} as const

export type Medium = keyof typeof media
