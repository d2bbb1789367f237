import type { WordLists } from '../policy-rules.ts'

const ages = Array.from({ length: 17 }, (_, index) => String(index + 1))
const agesInWords =
  'one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen'
const glued = ages.flatMap((age) =>
  ['yo', 'yr', 'yrs', 'yearold', 'yearsold', 'jahrig*'].map((unit) => `${age}${unit}`),
)

export const minors: WordLists = {
  // Only ever glued to a word that counts.
  filler: 'hardcore, video, videos, pic, pics, photo, photos, free, tube, amateur',
  age: [
    ...ages,
    agesInWords,
    'zwolf, dreizehn, vierzehn, funfzehn, sechzehn, siebzehn, doce, trece, catorce, quince',
  ].join(),
  teenAge: '10, 11, 12, 13, 14, 15, 17',
  minor: `
    child, children, childrens, kid, kids, kiddie, kiddies, kiddy, kiddo, toddler, infant, newborn, baby, babies, preschooler
    preschool, schoolgirl, schoolboy, schoolchild, schoolchildren, schoolkid, preteen, tween, tweens, teen, teens, teeny
    teenie, teenage, teenaged, teenager, adolescent, underage, underaged, under age, minors, juvenile, juveniles
    youngster, pubescent, prepubescent, prepubertal, kindergarten, kindergartner, kindergartener
    elementary school, primary school, grade school, grade schooler, middle school, middle schooler, high school, high schooler
    highschool, highschooler, 6th grader, 7th grader, 8th grader, sixth grader, seventh grader, eighth grader
    little girl, little girls, little boy, little boys, small girl, small boy, small girls, small boys, young girl, young girls
    young boy, young boys, little sister, little brother, younger sister, younger brother, lil girl, lil sis, boy, boys
    girl child, boy child, chld, childe, chyld, kidz, teenz, daughter, stepdaughter, granddaughter, grandson, stepson
    loli, lolis, lolita, lolitas, shota, shotas, jailbait, barely legal, pedo
    ${glued.join()}
    @age year old, @age years old, @age year olds, @age yo, @age y o, @age yr old, @age yrs old, @age yr, age @age, aged @age
    age of @age, girl @teenAge, boy @teenAge, under eighteen, under 18
    @age jahre alt, @age jahre, @age jahrige*, @age ans, @age anos, @age anni, @age лет, @age годик*, @age летн*, @age лета
    @age yas, @age yasinda, @age lat, @age letni*, @age lata, @age साल, @age वर्ष*, @age سنه, @age سنوات, @age عاما
    @age 岁, @age 歲, @age 歳, @age 才, @age 살, @age 세
  `,
  minorForeign: `
    ロリ, 로리, 처녀애, lolitas, ragazzine, ragazzini
    kinder, kindes, kleinkind*, baby, madchen, maedchen, jugendlich*, minderjahrig*, minderjaehrig*, schulerin*
    schulmadchen, saugling*, teenagerin, teeniemadchen, kleine tochter, kinder*
    enfant, enfants, fillette, fillettes, petite fille, petites filles, petit garcon, garconnet, ecoliere, ecolier, lyceenne
    collegienne, mineure, mineur, mineurs, bebe, adolescente, adolescent, gamine, gamin
    nino, nina, ninos, ninas, menor de edad, menores, menor, colegiala, chiquilla, adolescente, adolescentes
    bambino, bambina, bambini, bambine, minorenne, minorenni, ragazzino, ragazzina, scolara, neonato
    crianca, criancas, menina, menino, meninas, meninos, menor de idade, novinha, garotinha, garotinho, infantil
    ребенок, ребенка, ребенком, ребенку, дети, детей, детьми, детям, детск*, дитя, девочк*, мальчик*, школьниц*, школьник*
    малолет*, несовершеннолетн*, подросток*, подростк*, младен*, малыш*
    dziecko, dzieci, dziecka, dziewczynk*, chlopiec, chlopca, chlopcy, nieletni*, maloletni*, uczennica, uczennice, nastolatk*
    niemowle*
    cocuk*, cocug*, kiz cocug*, resit olmayan, kucuk kiz, kucuk cocuk, bebek, ergen, ogrenci kiz
    طفل, طفله, اطفال, أطفال, طفلين, قاصر, قاصره, قاصرات, قصر, صبي, رضيع, مراهقه, مراهق, بنت صغيره
    बच्चा, बच्चे, बच्ची, बच्चों, बच्चियों, नाबालिग, किशोरी, लड़की छोटी, छोटी लड़की, बालिका, शिशु
    kinderen, jongen, kleuter, minderjarig*, flicka, pojke, anak, anak kecil, di bawah umur, tre em, be gai
    liseli*, 高校生, ロリっ子, 로리콘
    儿童, 兒童, 小孩, 孩子, 幼女, 幼童, 女童, 男童, 未成年, 小女孩, 小男孩, 萝莉, 蘿莉, 正太, 婴儿, 嬰兒, 初中生, 小学生, 中学生, 高中女生
    少女, 女学生, 孩童, 幼儿, 幼兒
    子供, 子ども, こども, 幼児, 児童, 女児, 男児, 女子高生, 女子中学生, ショタ, 赤ちゃん, 未成年者, 少年, ちびっ子
    아이, 어린이, 아동, 미성년*, 소녀, 소년, 여고생, 여중생, 초등학생, 중학생, 고등학생, 아기, 꼬마
  `,
  // What means abuse of minors without another word beside it.
  abuse: `
    nude minor, naked minor, minor nude, minor naked, minor sex, minor having sex, sex with a minor, sex with minors, sex with minor, sex with a child, sex with child, sex with kids
    csam, childporn, kidporn, kiddieporn, kiddy porn, kiddie porn, kinderporno*, kinderpornografi*, child porn, child porno
    child pornography, child sex, child erotica, childsex, teen porn, teenporn, underage porn, pedo porn, preteen porn, cp porn
    lolicon, shotacon, lolikon, pedophile, pedophilia, paedophile, paedophilia, pedophilic, pthc, jailbait, jailbaits, padophil*
    pedopornograf*, pedopornograph*, pedofil*, педофил*, детское порно, детская порнография, детской порнографии, детск* порн*
    pornografia infantil, porno infantil, pornographie enfantine, pornografia minorile, pornografia dziecieca, dzieciece porno
    cocuk pornosu, cocuk porno, اباحيه الاطفال, اباحيه اطفال, चाइल्ड पोर्न, बाल पोर्न*
    儿童色情, 兒童色情, 幼女色情, 児童ポルノ, 児ポ, ロリコン, ショタコン, 아동포르노, 아동 포르노, 아청물, toddlercon, loli hentai, shota hentai
    menina pelada, meninas peladas, novinha pelada, menino pelado, crianca pelada, criancas peladas
    nackter junge, nackte jungen, nackten jungen, junge nackt, nacktes kind, nacktem kind, nackten kind, kind nackt, nacktes madchen, nackte madchen
    naakt kind, naakte jongen, naakt meisje
    child molest*, molest* child, child rape, raping a child, baby rape, grooming a child, groomed child
  `,
  // Harmless of adults.
  suggestive: `
    sexy, sexually, sexualised, sexualized, seductive, seductively, sensual, sensually, erotic, erotically, provocative, provocatively
    lewd, lewdly, lingerie, thong, gstring, panties, panty, bra, stripping, stripper, striptease, undress
    aroused, arousing, horny, slutty, spreading legs, spread legs, legs spread, wet t shirt, fetish, bdsm, bondage
    boobs, cleavage, buttocks, bare chest, upskirt, bedroom eyes, french kiss, french kissing
    small breasts, big breasts, large breasts, huge breasts, tiny breasts, budding breasts, developing breasts
    in underwear, in her underwear, in his underwear, in their underwear, only underwear, just underwear, wearing underwear, in undies
    see through dress, see through clothes, see through shirt, see through top, see through blouse, see through nightie
    verfuhrerisch*, reizwasche, lenceria, sensuel*, sensuale, sensual, calcinha, mutandine, нижнем белье
    сексуальн*, эротич*, seksown*, seksi, ic camasir*, ملابس داخليه, مثير*, कामुक, 性感, 内衣, 內衣, 诱惑, 下着, パンツ一枚, セクシー, 섹시*, 속옷
  `,
}
