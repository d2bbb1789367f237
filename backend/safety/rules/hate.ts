import type { WordLists } from '../policy-rules.ts'

export const hate: WordLists = {
  slur: `
    fags, jewish rats, jewish pigs, jewish parasites, jewish cockroaches, muslim pigs, muslim rats, muslim cockroaches, gay vermin, immigrant vermin, immigrant rats, refugee rats, refugee vermin, @group de mierda, @group di merda, @group de merde, @group de merda, scheiß @group, sales @group, @group raus
    burn the @group, burn all @group, kill the @group, kill all @group, kill @group, exterminate @group, exterminate the @group, gas @group, gas the @group, hang @group, hang all @group, death to @group, death to all @group, mort aux @group, muerte a los @group, tod den @group, morte agli @group, morte aos @group, смерть @group, smierc @group, no more @group, stop the jews
    holocaust hoax, holocaust was a hoax, holocaust is a hoax, holocaust denial, holocaust never happened, holocaust lie, holocaust is a lie, holocaust was a lie, auschwitz lie, holocaust luge, auschwitzluge, слава гитлеру, слава нацизму, 杀光犹太人, 杀光黑人, 杀光穆斯林, ユダヤ人を殺, ユダヤ人皆殺し, 유대인을 죽*, 유대인 학살 만세
    nigger, niggers, nigga, niggas, nigg3r, niggr, n1gger, niglet, niggerish, sandnigger, kike, kikes, faggot, faggots, fagot, faggotry, spic, spics
    spick, chink, chinks, chinky, gook, gooks, wetback, wetbacks
    1488 tattoo, 1488 flag, 1488 nazi, 14 88 tattoo, 14 88 flag, смерть евреям, смерть жидам, juden raus, tod den juden, mort aux juifs
    muerte a los judios, morte agli ebrei, morte aos judeus, الموت لليهود, yahudilere olum, smierc zydom, jude verrecke, hang all jews, hang the jews
    hang the blacks, hang the gays
    raghead, ragheads, towelhead, towelheads, beaner, beaners, coon, coons, jigaboo, pickaninny, golliwog, darkie, darkies, tranny, trannies, shemale
    shemales, retard, retards, retarded, paki, pakis, camel jockey, sand monkey, zipperhead
    porch monkey, jungle bunny, goyim slaves, subhuman race, untermensch, untermenschen, heeb, dirty jew, dirty jews, filthy jew, filthy jews
    greedy jew, greedy jews, jew rat, jew rats, evil jew, evil jews, jewish conspiracy, jewish vermin, jewish greed, muzzie, mudslime, dirty muslim
    dirty muslims
    dirty immigrants, filthy immigrants, filthy gypsies, dirty gypsy, dirty gypsies, dirty arab, dirty arabs, dirty mexican, dirty mexicans
    dirty negro, dirty blacks, filthy blacks, dirty dyke, filthy dyke, dirty indian, dirty asians, happy merchant
    kanake, kanaken, neger, negern, judensau, judenschwein, zigeunerpack, kameltreiber, schwuchtel, schwuchteln, saujude, scheißjude*, drecksjude*
    dreckige juden, dreckiger jude, auslander raus
    bougnoule, bougnoules, bicot, negre, sale negre, sales negres, sale juif, sales juifs, sale arabe, sales arabes, youpin, youpins, tarlouze
    tapette, sale pd, pede, pedes, bamboula
    sudaca, sudacas, negrata, negratas, maricon, maricones, moro de mierda, negro de mierda, negros de mierda, judio de mierda, indio de mierda
    panchito de mierda, sucio judio, sucios judios
    negraccio, negro di merda, negri di merda, sporco negro, sporchi negri, sporco ebreo, sporchi ebrei, frocio, froci, ricchione, finocchi di merda
    preto imundo, pretos imundos, macaco preto, viado, viados, bichona, judeu imundo, judeus imundos
    жид, жиды, жидов, жидовск*, жидомасон*, черномазый, черномазые, черномаз*, чурка, чурки, чурок, хач, хачи, хачей, ниггер*, пидор, пидоры, пидорас*
    пидарас*, узкоглаз*, чернож*
    czarnuch, czarnuchy, zydek, parszywy zyd, parszywi zydzi, brudny zyd, brudni zydzi, pedaly, pedal jebany, ciapaty, ciapaci, brudasy islamskie
    pis yahudi, pis yahudiler, pis arap, pis araplar, pis zenci, ibne, ibneler, pis kurt, pis suriyeli*, يهودي قذر, يهود قذرون, اليهود القذرين
    عبد اسود قذر, لوطي قذر, कटुआ, कटुए, मुल्ला सुअर, चमार साला, चिंकी
    黑鬼, 支那, 支那人, 支那猪, 犹太猪, 猶太豬, 棒子国, 小日本鬼子, 死基佬, 绿绿回教, 中国猪, ニガー, チョン公, チョン野郎, シナ人, 支那豚, 土人ども
    朝鮮人は死, ユダヤの豚, 깜둥이, 짱깨, 쪽바리, 짱개, 유대인 돼지, 흑형새끼, 똥남아
  `,
  symbol: `
    homophobic propaganda, homophobic poster, racist poster, islamophobic propaganda, islamophobic poster, transphobic propaganda, transphobic cartoon, xenophobic propaganda, sexist propaganda
    racist caricature, racist caricatures, racist cartoon, racist meme, racist stereotype, racist stereotypes, racist joke, racist propaganda, antisemitic caricature, antisemitic caricatures, antisemitic cartoon, antisemitic meme, antisemitic propaganda, antisemitic poster, anti semitic caricature, anti semitic cartoon, anti semitic propaganda, homophobic cartoon, homophobic caricature, islamophobic cartoon, islamophobic caricature, klan members, klan member, burning a cross, burn a cross, crosses burning, rassistische karikatur, antisemitische karikatur, caricature raciste, caricature antisemite, caricatura racista, caricatura antisemita, caricatura razzista, расистск* карикатур*, антисемитск* карикатур*, rasistowsk* karykatur*, antysemick* karykatur*, irkci karikatur
    swastika, swastikas, swastica, hakenkreuz*, hakenkruz, croix gammee, esvastica, svastica, свастик*, swastyk*, gamali hac, صليب معقوف
    الصليب المعقوف, स्वस्तिक नाजी, 卍字旗纳粹, 纳粹旗, 纳粹標誌, 纳粹标志, 納粹旗, 纳粹万字, ハーケンクロイツ, 나치 문양, 하켄크로이츠, 나치 깃발
    ss bolts, ss runes, ss lightning bolts, ss insignia, ss totenkopf, totenkopf, schwarze sonne, black sun nazi, sonnenrad, nazi flag, nazi flags
    nazi salute, nazi salutes, nazi eagle, nazi symbol, nazi symbols, nazi emblem, nazi banner, nazi banners, nazi insignia, nazi armband
    nazi uniform, nazi regalia, nazi logo, hitler salute, hitlergruß
    nazi rally, nazi parade, nazi party poster, nazi propaganda, nazi poster, nazi recruitment, neo nazi, neonazi*, neo nazis, white power
    white pride, white supremacy, white supremacist, white supremacists, aryan master race, aryan race, aryan nation, aryan brotherhood
    aryan supremacy, master race, racial purity, pure race, race war, rahowa, blood and soil, blut und boden
    14words, heil hitler, sieg heil, ss officer salute, kkk, ku klux klan, klansman, klansmen, klan rally, klan hood, klan robes, burning cross
    cross burning, lynching, lynched, lynch mob, lynch a, confederate hate, great replacement poster, gas chamber joke, blackface, black face minstrel
    golliwogg
    drapeau nazi, salut nazi, affiche nazie, propagande nazie, croix gammees, suprematie blanche, bandera nazi, saludo nazi, propaganda nazi
    supremacia blanca, bandiera nazista, saluto nazista, saluto romano fascista, propaganda nazista, suprematismo bianco, bandeira nazista
    saudacao nazista, supremacia branca
    nazifahne, nazi fahne, naziflagge, hakenkreuzfahne, naziplakat*, nazi propaganda, nazipropaganda, ns propaganda, нацистск* флаг*
    нацистск* плакат*, нацистск* пропаганд*, нацистск* привет*, зигу*, зиг хайль, хайль гитлер, белая сила, белая раса превыше, flaga nazistowsk*
    nazistowsk* flag*, nazistowsk* plakat*, nazistowsk* propagand*, nazi bayrag*, nazi selam*, nazi propagandas*, biala sila
    علم النازيه, العلم النازي, التحيه النازيه, दंगा नाजी झंडा, नाजी झंडा, नाज़ी झंडा, नाजी प्रचार, 纳粹敬礼, 納粹敬禮, 纳粹宣传, 希特勒万岁, 白人至上
    三K党, ナチス旗, ナチスの旗, ナチス式敬礼, ナチ敬礼, ナチスのプロパガンダ, ハイルヒトラー, 白人至上主義, 나치 경례, 나치 선전, 나치 포스터
    백인 우월주의, 하일 히틀러
  `,
  // Where the sign is older than its abuse, or is shown to be remembered or fought.
  symbolContext: `
    hindu, hinduism, buddhist, buddhism, buddha, jain, jainism, diwali, deepavali, rangoli, temple, temples, manji, dharma, ganesha, ganesh, lakshmi
    puja, navajo, auspicious, vedic, sanskrit, ancient, indus, shrine, mosaic roman, neolithic, museum, memorial, holocaust, documentary, civil rights
    history, historical, resistance, crossed out, broken, smashing, destroyed, destroying, anti nazi, antifascist, anti fascist, education, exhibition
    textbook, egyptian, egypt, goddess, osiris, horus, nile, pharaoh, hieroglyphs, papyrus, tibetan, tibet, monastery, henna, kolam, wedding card
  `,
  opposed: `
    fight, fights, fighting, fought, defeat, defeats, defeated, defeating, against, victory over, triumph over, resist, resistance, liberate
    liberated, liberation, liberating, punching, punch, punches, escaping, escape, victims, victim, allied, allies, versus, vs, capture, captured
    attack, attacks, stopped, stopping, firefighters, memorial, peace, counter, anti, parody, satire, mocking, clown, chaplin
    gegen, contre, contra, contro, против, przeciw, karsi, ضد, के खिलाफ, 反对, 反法西斯, 反, 対, 반대
  `,
  nazi: 'waffen ss, ss soldier, wehrmacht soldiers, auschwitz guards, eva braun, mengele, eichmann, nazi, nazis, nazism, hitler, adolf hitler, hitlers, third reich, ss soldiers, ss officer, goebbels, himmler, fuhrer, der fuhrer, adolf, h1tler, naz1, гитлер*, 希特勒, ヒトラー, 히틀러, هتلر, हिटलर',
  glorify: `
    superhero, superheroes, saving, rockstar, king of the world, chad, giga chad
    hero, heroic, heroes, glorious, glory, glorify, glorifying, glorified, saint, saintly, angel, angelic, savior, saviour, messiah, god, godlike
    holy, halo, majestic, great leader, propaganda, recruitment, recruiting, recruit, was right, did nothing wrong, worship, worshipping, worshipped
    praise, praising, celebrating, celebrate, celebrated, triumphant, victorious, victory, invincible, admirable, beautiful leader, inspirational
    long live, forever, supremacy, proud, pride, cool, badass, handsome, join, idol, salute, saluting
    held, heros, heroisch*, heroe, eroe, heroi, герой, героя, героем, bohater*, kahraman*, بطل, नायक, 英雄, 영웅, propagande, recrutement
    reclutamiento, reclutamento, вербов*, rekrutacj*, вербовочн*, 招募, 宣传, 募集, 선전, 모집, تجنيد, भर्ती, anwerbung*, rekrutierung*
    propagandaplakat*, werbeplakat*, пропаганд*
  `,
  group: `
    zigeuner, juden, turken, araber, moros, arabi, maghrebins, roms, turkler, kurtler, ermeniler, цыгане, кавказцы, таджики, romowie, cyganie, ukraincy
    jew, jews, jewish, black people, black man, black men, black woman, blacks, africans, african people, african american, african americans, muslim
    muslims, islam, arabs, arab people, immigrant, immigrants, migrants, refugees, mexicans, asians, asian people, chinese people, indians, gays
    gay people, gay men, lesbians, homosexuals, transgender, trans people, transgender people, gypsies, roma people, hispanics, latinos
    disabled people, palestinians, israelis, hindus, christians
    juden, jude, schwarze menschen, muslime, auslander, fluchtlinge, juifs, noirs, musulmans, immigres, arabes, judios, negros, musulmanes
    inmigrantes, gitanos, ebrei, neri, musulmani, immigrati, zingari, judeus, muculmanos, imigrantes, евреи, евреев, негры, мусульман*, мигрант*
    zydzi, zydow, muzulman*, imigrant*, yahudi*, araplar, multeci*, suriyeli*, يهود, مسلمين, مهاجرين, यहूदी, मुसलमान*, मुस्लिम*, 犹太人, 猶太人, 黑人
    穆斯林, ユダヤ人, 黒人, 移民, 유대인, 흑인, 이민자
  `,
  dehumanise: `
    gas chamber, gas chambers, in ovens, into ovens, in the ovens
    controlling world, control world, controlling finance, controlling the media, control the media, controlling banks, controlling the banks, controls the world, rule the world, rules the world, disease, plague, invading, invasion
    vermin, subhuman, subhumans, parasites, parasite, cockroaches, infestation, infesting, filth, savages, inferior, inferior race, as rats, like rats
    as monkeys, like monkeys, as apes, like apes, as pigs, like pigs, as animals, like animals, as insects, as dogs, as roaches, as monsters
    as demons, bloodsucking, hook nosed, hooked nose, hook nose, big nose greedy, controlling the world, control the world, ruling the world
    puppet master, conspiracy, must die, should die, deserve to die, exterminate, exterminated, exterminating, extermination, eradicate, burn in hell
    kill all, killing all, gas the, gas all, death to, hanging from trees, genocide of, deport all, ethnic cleansing, go back to africa, being whipped
    in chains being sold, are criminals, are terrorists, are apes, are animals, are pigs, are rats, are vermin, are stupid
    belong in the kitchen beaten, enslaved again
    ungeziefer, als ratten, wie ratten, parasiten, vernichten, untermenschen, vergasen, comme des rats, vermine, exterminer, como ratas, parasitos
    exterminar, alimanas, come topi, come ratti, parassiti, sterminare, como ratos, как крысы, паразиты, убей, jak szczury, pasozyty, do gazu
    fare gibi, fareler gibi, parazit*, كالجرذان, كالفئران, الموت ل, कीड़े, चूहे, को मारो, 老鼠, 蟑螂, 害虫, 去死, 灭绝, 劣等, ネズミとして, 害虫
    皆殺し, 劣等, 쥐처럼, 바퀴벌레, 기생충, 죽어야, 몰살
  `,
  terror: `
    bin laden, osama bin laden, columbine shooters, columbine killers, 9 11 hijackers, 9 11 attackers, oklahoma bomber, timothy mcveigh, anders breivik, ted kaczynski, kkk
    columbine shooter, columbine shooters, columbine killers, isis, isil, daesh, al qaeda, alqaeda, al qaida, taliban, boko haram, al shabaab, hamas
    hezbollah, islamic state, jihadi, jihadist, jihadists, jihad, terrorist, terrorists, terrorism, suicide bomber, suicide bombers, suicide bombing
    mass shooter, mass shooting, school shooter, school shooting, christchurch shooter, unabomber, breivik, white supremacist terrorist, extremist
    extremists, ethnostate, accelerationist
    islamischer staat, terroristen, selbstmordattentater, etat islamique, djihadiste*, terroristes, estado islamico, yihadista*, terroristas
    stato islamico, jihadista, jihadisti, terroristi, игил, террорист*, джихад*, смертник*, terrorysc*, dzihad*, panstwo islamskie
    panstwa islamskiego, terroryst*, isid, terorist*, cihat*, داعش, ارهابي, ارهابيين, القاعده, आतंकवादी, आईएसआईएस, जिहाद, 伊斯兰国, 恐怖分子, 恐怖组织
    圣战, イスラム国, テロリスト, 자살폭탄, 테러리스트, 이슬람국가
  `,
  attack: `
    how to build a bomb, how to make a bomb, build a bomb, building a bomb, bomb making instructions, bomb making manual, bomb making guide, bomb making tutorial, bomb building instructions, pipe bomb instructions, pipe bomb, pipe bombs, nail bomb, how to make explosives, explosives recipe, molotov cocktail instructions, how to make a molotov, celebrating 9 11, celebrate 9 11, glorify 9 11, glorifying 9 11, kill infidels, kill the infidels, death to infidels, bombenbauanleitung, bombe bauen anleitung, fabriquer une bombe, como hacer una bomba, fare una bomba, como fazer uma bomba, как сделать бомбу, jak zrobic bombe, bomba yapimi, 炸弹制作, 爆弾の作り方, 폭탄 제조
  `,
  terrorPraise: `
    angel, angels, idol, idols, god, celebrating, paradise, saints, martyrdom, infidels, caliphate, anthem
    propaganda, recruitment, recruiting, recruit, flag, flags, banner, hero, heroic, heroes, glorious, glorify, glorifying, glorified, glorification
    glory, martyr, martyrs, martyrdom, join, executing, execution, executions, beheading, poster calling, training manual, manifesto, victory
    victorious, celebrating, celebrate, celebrated, praise, praising, worship, saint, tribute, holy warrior, holy warriors, inspirational, cool
    badass, fan art, fanart, how to
    fahne, flagge, drapeau, bandera, bandiera, bandeira, флаг*, flaga, bayrak*, bayrag*, علم, رايه, झंडा, 旗, 旗帜, 깃발, held, heros, heroe, eroe
    heroi, герой, героя, bohater*, kahraman*, بطل, शहीद, 英雄, 영웅, propagande, recrutement, reclutamiento, reclutamento, recrutamento, вербов*
    rekrutacj*, 招募, 宣传, 募集, プロパガンダ, 선전, 모집, تجنيد, भर्ती, anwerb*, rekrutier*, propagandaplakat*, пропаганд*, propagandas*, glorifi*
    verherrlich*
  `,
}
