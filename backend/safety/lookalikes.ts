/** Letters of other alphabets that look like a Latin one wherever they stand. Rules are written through the same table. */
export const sameShape: ReadonlyMap<string, string> = pairs(`
  аa еe оo рp сc уy хx іi јj ѕs һh ԁd ԛq ԝw үy ӏl ґr
  αa οo ιi νv ρp κk τt υu χx εe
  օo սu հh ոn ցg
  ɑa ɡg ɩi ɪi ɴn ɢg ʀr ʏy ʙb ʜh ʟl ƒf ɓb ɗd ɛe ǝe ɐa ıi ȷj ʋv ɯw ɹr ʇt ʌv
  ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ꜱs ꜰf
`)

/** What a letter stands for in a word that also has Latin letters; in a word of its own alphabet it is itself. */
export const guise: ReadonlyMap<string, string> = pairs(`
  вb гr дd жk зe иu кk лn мm нh пn тt фo цu чy шw щw ъb ыb ьb эe юo яr бb
  ηn ωw βb γy δd λl μu πn σo ςs ζz θo ξe φo ψw
`)

/** Letters that are written out as two. */
export const writtenOut: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ł: 'l',
    ð: 'd',
    þ: 'th',
    ə: 'e',
    ى: 'ي',
    ة: 'ه',
    ک: 'ك',
    ی: 'ي',
  }),
)

/** What a digit or a sign can stand for inside a word. */
export const signs: ReadonlyMap<string, string> = pairs('0o 1i 2z 3e 4a 5s 6g 7t 8b 9g @a $s !i |l €e £l ¡i +t')

function pairs(text: string): Map<string, string> {
  return new Map(
    text
      .trim()
      .split(/\s+/u)
      .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
  )
}
