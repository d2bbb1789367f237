import type { WordLists } from '../policy-rules.ts'

export const explicit: WordLists = {
  explicit: `
    adult video scene, penetrated by a man, penetrated by him
    being penetrated, gets penetrated, sperm on, sperm dripping, dickpic, dickpics, sucking a dick, sucking a cock, sucking his dick, sucking his cock, sucking penis, sucking a penis, sucks a dick, riding a dick, riding his dick, licking her nipples, adult film scene, adult movie scene
    semen on, covered in semen, semen dripping, dripping semen, with semen, semen covered
    gangbang*, masturbat*, ejaculat*, handjob*, blowjob*, cumshot*, dildo*, slutty, explicit sex, explicit nude, explicit nudity, sexually explicit, explicit penetration, penetration visible, visible penetration, anal penetration, sex position, lesbian sex, gay sex, oral sex, group sex, cybersex, sexcam, sex cam, sexting, sexpot nude
    porn, porno, pornos, pornographic, pornography, porn*, p0rn, pron, pornhub, xvideos, xhamster, redtube, hentai, hentay, henti, nsfw, xrated
    x rated, xxx video
    xxx photo, xxx scene, xxx rated, xxx porn, rule34, rule 34, only fans nude, camgirl, brazzers, softcore, softporn
    blowjob, blowjobs, blow job, blow jobs, bj scene, handjob, handjobs, hand job, footjob, titjob, boobjob, rimjob, rim job, titfuck, tit fuck
    assfuck, facefuck, mouthfuck
    fellatio, cunnilingus, cumshot, cumshots, cum shot, cums, cumming, facial cumshot, bukkake
    cumslut, jizz, ejaculation, ejaculate, ejaculating, ejaculates, orgasm, orgasms, orgasming, masturbate, masturbates, masturbating
    masturbation
    fingering herself, jerking off, jerk off, jacking off, wanking, wank, fapping, dildo, dildos, buttplug, butt plug, strap on dildo, fleshlight
    sex toy, sextoy
    sex toys, anal, anal sex, analsex, sodomy, sodomise, sodomize, doggystyle, doggy style, cowgirl position, missionary position, sex position
    sex positions, 69 position
    gangbang, gang bang, threesome, foursome sex, swingers orgy, futanari, futa, ahegao, paizuri, ecchi sex, yiff, milf, milfs, gilf
    bbw porn, bdsm, bbc porn
    pu55y, puss y, boobs, boobies, b00bs, boobz, titties, tittys, titty, cunt, cunts, clit, clitoris licking, labia spread
    cum on, covered in cum, cum dripping, dripping cum, cum all over, cum inside, her cum, his cum, full of cum, cum covered, with cum, cum in her
    cum in mouth, drinking cum
    @person fucking, @person fucks, @personForeign fucking, @fuckWords her, @fuckWords him, @fuckWords me, @fuckWords each other, @fuckWords a @person
    @fuckWords @person, getting fucked, gets fucked
    being fucked, fucked by, fucked in, fucked hard, fucking hard on bed, fuck scene, fucking scene, face fuck, face fucking, penetrating her
    penetrating him, penetrated by a penis
    deep throating, deep throat blowjob, golden showers, golden shower sex, wet t shirt contest, rule34 art, dripping pussy, her pussy, shaved pussy
    pussy lips, pussy close up, pussy closeup, licking pussy, eating pussy, pussy licking, pussy eating, pink pussy, tight pussy, hairy pussy
    fuckdoll, fucktoy, fuckfest, fuckslut, sexslave, sex slave, sex scene, sex tape, sextape, sex act, sex acts, sexual act, sexual acts
    sexual intercourse, intercourse, coitus
    having sex, have sex, had sex, sex, secks, seggs, s3x, smex, sexo explicito, sexual penetration, penetrating her, vaginal penetration
    sucking dick, suck dick, sucking cock, suck cock, sucks cock, sucks dick, big dick, huge dick, hard dick, her dick, his dick, erect dick
    thick dick, long dick, dick pic, dick pics
    dicks, erect cock, thick cock, throbbing cock, monster cock, naked cock, cocks out, riding cock, riding dick
    his erection, erect member, throbbing member, boner, balls deep, ball sack, ballsack
    bare tits, naked tits, big titted, massive tits, perky tits, flashing tits, show tits, showing tits
    naked ass, round ass, phat ass, ass up, ass fuck, eating ass, asshole closeup, spread ass, ass spread
    upskirt, downblouse, cameltoe, camel toe, vulva closeup, spread pussy, wet pussy, spreading her legs, spreads her legs, spread her legs
    legs wide open naked
    lewd, lewds, lewd*, ecchi, oppai, yaoi sex, yuri sex, incest, incestuous, bestiality, zoophilia, beastiality, necrophilia
    rape, raped, rapes, raping, rapist, gangrape, gang rape, molest, molested, molesting, molestation, groping her, groped, non consensual
    nonconsensual, sexual assault, sexually assaulted
    tentacle sex, tentacle porn, watersports piss, pissing on her, scat porn, fisting, squirting orgasm
    hardcore sex, lovemaking, making love naked, horny, slut, sluts, whore, whores, strip for me, lap dance naked, nipslip, nip slip
  `,
  fuckWords: 'fuck, fucks, fucked, fucking, fuk, fukk, fukking, fuking, fck, fcking, phuck, phucking',
  // Also words of doctors and teachers.
  organ: `
    penis, penises, peen, vagina, vaginas, vaginal, vulva, vulvas, clitoris, labia, testicles, scrotum, anus, phallus, genitals, genitalia
    breasts exposed
    buttcrack, foreskin, glans
  `,
  medical: `
    anatomy, anatomical, medical, diagram, textbook, educational, education, biology, gynecology, gynaecology, gynecologist, gynecological, urology
    surgery, surgical, cross section
    doctor, clinic, health, infographic, awareness, cancer, screening, x ray, ultrasound, histology, medicine
    medizin*, anatomi*, medic*, pediatr*, veterinar*
  `,
  // Which are something else when a space parts them.
  compound: 'onlyfans, deepthroat, deepthroating, deepthroats, creampie, creampies, gloryhole, strapon, rimjobs',
  // What art and temples may be too.
  erotic: `
    orgy, orgies
    erotic, erotism, eroticism, erotique, erotica, erotismo, エロティック
  `,
  catlike: 'pussy, pussies, puss y, pu55y, pussys',
  cats: 'cat, cats, kitten, kittens, whiskers, paw, paws, purring, meow, tabby, cushion, owl, willow',
  // What a rooster or a titmouse can be too, where there are words for birds.
  birdish: `
    big cock, huge cock, hard cock, his cock, her cock, black cock, giant cock, fat cock, cock and balls, big tits, huge tits, her tits, nice tits
    tits and ass
    tits out, large tits, tits covered
  `,
  birds: `
    crow, crows, crowing, rooster, roosters, hen, hens, farm, farmyard, barn, barnyard, feather, feathers, feathered, bird, birds, poultry, chicken
    chickens, branch, branches
    feeder, birdfeeder, nest, wing, wings, perched, perching, birdwatching, ornithology, ornithological, coop, fence, weathervane, winter, garden
  `,
  explicitForeign: `
    手コキ, 乳首, 打炮, 裸聊, 撸管
    polla dura, polla grande, chupando polla, una polla enorme, scene de sexe, sexe oral, sexe explicite, sexe anal, faire du sexe, faisant du sexe
    ayant un rapport
    трахать, трахает, трахают, трахнул, трахается, трахаются, трахаться, 에로틱*, 에로영화, 자위하는, 자위행위, 变态色情, 黄色视频, гол* сиськи
    pornografi*, pornograf*, pornograph*, porno*, sexszene*, gruppensex, analsex, oralsex, sexspiel*, geschlechtsverkehr, ficken, fickt, gefickt
    fickend*, bumsen, vogeln beim sex, blasen schwanz, muschi, fotze, fotzen
    titten, mopse nackt, schwanz lutschen, wichsen, wichst, sperma, vergewaltig*, orgie, nutte, nutten, hure, huren, penisbild, erotisch*, erotik*
    arschfick*, selbstbefriedigung, kitzler, sexfoto*, sexbild*
    baise, baiser une femme, baisent, sodomie, fellation, branlette, branler, masturbe*, bite dure, grosse bite, chatte mouillee, sucer bite
    suce une bite, sperme, partouze, violee, erotiques, putain, pute, putes, relations sexuelles, rapport sexuel, sexuelles, gros seins, levrette
    sexo, follando, follar, follan, follada, mamada, mamadas, chupando verga, verga, pollas, corrida facial, tetas, culo desnudo, culo grande
    masturba*, orgia, violacion, violada, puta, putas, porno casero, erotico, eroticas, acto sexual, relaciones sexuales, coger rico
    scopano, scopata, pompino, pompini, bocchino, figa, cazzo, cazzi, tette, sborra*, inculat*, stupro, stuprata, sesso, erotica, erotico, pornostar
    culo nudo, rapporto sessuale, segaiolo
    foder, fodendo, fodida, transando, transar, boquete, buceta, bucetas, caralho, pau duro, piroca, punheta, gozada, gozando, estupro, estuprad*
    peitos nus, siririca, putaria, suruba, safada
    порн*, секс, секса, сексом, сексу, ебать, ебет, ебут, ебля, ебл*, выеб*, минет*, сперм*, кончает, кончил, хуй, хуя, хуем, хер стоит, член стоит
    стояч* член, сосет член, пизд*, вагин*, пенис*, сиськи, сисек, сиськами, жопа, жопу, жопой, жопы, шлюх*, изнасил*, насилу*, мастурб*, дроч*, оргия
    оргии, оргазм*, эротик*, эротич*, анал, анальн*, куни, половой акт, хентай, дилдо, блядь, бляди
    seks, seksu, seksie, pornol, ruchanie, ruchac, rucha, jebanie, jebac, lodzik, cipa, cipka, cipki, kutas, kutasa, chuj, cycki, cyckami, sperma
    gwalt, gwalci, zgwalc*, masturb*, kurwa, kurwy, dziwka, dziwki, erotyczn*, erotyk*, orgia, dupa, dupy, stosunek seksualny
    sikis*, siken, sikme*, sikiyor*, seks*, yarak, yarrak*, amcik, meme ucu, memeler*, oral seks, tecavuz*, erotik*, orospu*, bosal*, mastur*
    سكس, سكسي, اباحي, اباحيه, اباحيات, جنس فموي, ممارسه الجنس, يمارس الجنس, تمارس الجنس, يمارسون الجنس, يمارسان الجنس, علاقه جنسيه, جنسي, جنسيه صريحه
    كس, زب, قضيب منتصب, اغتصاب, شرموطه, عاهره, مص الزب, بورن*, بورنو, استمناء
    सेक्स, सेक्सी वीडियो, पोर्न, अश्लील, चुदाई, चोदना, चोद*, चूत, लंड, लौड़ा, गांड, बलात्कार, संभोग, वीर्य, हस्तमैथुन, रंडी, स्तन नग्न, कामुक मुद्रा
    neuken, neukt, geneukt, kutje, tieten, pik zuigen, seks, verkrachting, knulla, knullar, kuk, fitta, ngentot, kontol, memek, lam tinh, σεξ, πορν*
    γαμησι
    色情, 性交, 做爱, 做愛, 性爱, 性愛, 口交, 肛交, 自慰, 手淫, 射精, 高潮脸, 阴茎, 陰莖, 阴道, 陰道, 阴部, 陰部, 乳交, 鸡巴, 雞巴, 骚逼, 操逼, 逼毛
    强奸, 強姦, 强暴, 轮奸, 輪姦, 乱伦, 亂倫, 淫荡, 淫蕩, 淫秽, 淫穢, 成人视频, 春宫, 裸聊, 卖淫, 情色, 三级片, 巨乳, 性奴
    エロ画像, エロい, エロ漫画, エロ動画, エロアニメ, エロ, セックス, ポルノ, 性行為, フェラ, フェラチオ, オナニー, 中出し, 射精, おっぱい, 巨乳, 爆乳
    ちんこ, ちんぽ, チンコ, チンポ, まんこ, マンコ, アナル, レイプ, 強姦, 輪姦, 痴漢, 淫乱, アヘ顔, 陰部, 陰茎, 勃起, ハメ撮り, 乱交, 近親相姦, 潮吹き
    パイズリ
    섹스, 포르노, 야동, 야한 사진, 야한 그림, 야사, 성행위, 성교, 오르가즘, 젖가슴, 거유, 빨통, 강간, 윤간, 성폭행, 펠라치오, 오랄, 항문 성교, 음란*
    변태 성행위, 난교, 헨타이
  `,
}
