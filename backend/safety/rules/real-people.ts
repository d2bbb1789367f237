import type { WordLists } from '../policy-rules.ts'

export const realPeople: WordLists = {
  realPerson: `
    zuckerberg, bezos, merkel, melania, ivanka, kamala, meloni, bundchen, chalamet, ratajkowski, sweeney sydney, jackie chan, nicole scherzinger, adele singer, pamela anderson, cindy crawford, kate moss, tyra banks, drew barrymore, winona ryder, jodie foster, uma thurman, gwyneth paltrow, sharon stone, michelle pfeiffer, zoe saldana, lupita nyongo, viola davis, awkwafina, constance wu, lucy liu, mindy kaling, jennifer connelly, rachel weisz, helen mirren, judi dench, emily blunt, kiera knightley, carey mulligan, gemma arterton, felicity jones, hayley atwell, karen gillan, tilda swinton, cate blanchett, naomi watts, rose byrne, isla fisher, hugh jackman, chris rock, adam sandler, jim carrey, ben stiller, owen wilson, jack black, mark wahlberg, bradley cooper, jake gyllenhaal, ryan seacrest, nick jonas, joe jonas, liam hemsworth, sebastian stan, pedro pascal, oscar isaac, adam driver, post malone, travis scott, lil nas x, lizzo, megan thee stallion, ice spice, camila cabello, demi lovato, kesha, pink singer, gwen stefani, shania twain, carrie underwood, ellie goulding, rita ora, jessie j, charli xcx, lorde singer, sia singer, halsey, bebe rexha, karol g, becky g, maluma, bad bunny, j balvin, ricky martin, enrique iglesias
    taylor swift, emma watson, scarlett johansson, jennifer lawrence, ariana grande, billie eilish, selena gomez, margot robbie, gal gadot, zendaya
    beyonce, rihanna, kim kardashian, kardashian, kardashians, kylie jenner, kendall jenner, angelina jolie, jennifer aniston, natalie portman
    megan fox, sydney sweeney, ana de armas, emma stone, anne hathaway, mila kunis, kristen stewart, katy perry, lady gaga, britney spears
    madonna singer, shakira, jennifer lopez, jlo, miley cyrus, dua lipa, olivia rodrigo, sabrina carpenter, nicki minaj, cardi b, doja cat
    lana del rey, celine dion, mariah carey, christina aguilera, hilary duff, lindsay lohan, paris hilton
    emma roberts, jenna ortega, millie bobby brown, florence pugh, anya taylor joy, elizabeth olsen, brie larson, charlize theron, nicole kidman
    julia roberts, sandra bullock, meryl streep, halle berry, salma hayek, penelope cruz, sofia vergara, eva mendes, eva longoria, jessica alba
    jessica biel, cameron diaz, reese witherspoon, keira knightley, kate winslet, kate upton, gigi hadid, bella hadid, emily ratajkowski, heidi klum
    cindy crawford, naomi campbell, blake lively, amber heard, zooey deschanel, alexandra daddario, emilia clarke, sophie turner, maisie williams
    daisy ridley, hailee steinfeld, elle fanning, dakota fanning, dakota johnson, saoirse ronan, lily collins, rachel mcadams, amy adams
    jessica chastain, priyanka chopra, deepika padukone, aishwarya rai, katrina kaif, alia bhatt, sunny leone, kareena kapoor, anushka sharma
    shraddha kapoor, rashmika mandanna
    greta thunberg, malala, aoc, alexandria ocasio cortez, ocasio cortez, hillary clinton, kamala harris, michelle obama, melania trump, ivanka trump
    angela merkel, giorgia meloni, sanna marin, jacinda ardern, theresa may, liz truss, margaret thatcher, queen elizabeth, kate middleton
    meghan markle, princess diana, princess kate, nancy pelosi, sarah palin, marine le pen, ursula von der leyen, annalena baerbock
    donald trump, trump, joe biden, biden, barack obama, obama, vladimir putin, putin, xi jinping, kim jong un, boris johnson, emmanuel macron, macron
    olaf scholz, volodymyr zelensky, zelensky, zelenskyy, justin trudeau, narendra modi, erdogan, netanyahu, bill clinton, george bush, bernie sanders
    pope francis, the pope, king charles, prince harry, prince william, keir starmer, rishi sunak, javier milei, bolsonaro, lula da silva
    silvio berlusconi, matteo salvini
    elon musk, jeff bezos, mark zuckerberg, bill gates, steve jobs, tom cruise, brad pitt, leonardo dicaprio, johnny depp, chris hemsworth
    chris evans, chris pratt, robert downey, ryan gosling, ryan reynolds, dwayne johnson, the rock johnson, keanu reeves, tom holland
    timothee chalamet, harry styles, justin bieber, shawn mendes, zac efron, henry cavill, jason momoa, idris elba, daniel craig, daniel radcliffe
    robert pattinson, tom hiddleston, benedict cumberbatch, george clooney, matt damon, ben affleck, will smith, denzel washington, samuel jackson
    morgan freeman, barron trump, kanye west, kanye, drake rapper, eminem, jay z, snoop dogg, ed sheeran, bruno mars, the weeknd, david beckham
    victoria beckham, cristiano ronaldo, ronaldo, lionel messi, messi, neymar, mbappe, lebron james, roger federer, rafael nadal, serena williams
    venus williams, naomi osaka, maria sharapova, emma raducanu, simone biles, lewis hamilton, tiger woods, oprah winfrey, oprah, ellen degeneres
    joe rogan, mr beast, mrbeast, pewdiepie, pokimane, amouranth, belle delphine, logan paul, addison rae, charli d amelio, charli damelio
    bella poarch, emma chamberlain, andrew tate, jordan peterson, bts jungkook, jungkook, blackpink lisa, jennie kim, lisa blackpink, jisoo, taehyung
    iu singer, marilyn monroe, audrey hepburn, elvis presley, michael jackson, freddie mercury, john lennon
    тейлор свифт, эмма уотсон, скарлетт йоханссон, путин*, трамп*, зеленск*, навальн*, алла пугачева, ольга бузова, бузова, ксения собчак, собчак
    泰勒斯威夫特, 杨幂, 范冰冰, 迪丽热巴, 赵丽颖, 刘亦菲, 章子怡, 习近平, 新垣結衣, 橋本環奈, 石原さとみ, 浜辺美波, 広瀬すず, 安倍晋三, 아이유, 장원영
    카리나, 윤아, 문재인, 윤석열, تايلور سويفت, هيفاء وهبي, نانسي عجرم, ऐश्वर्या राय, दीपिका पादुकोण, कैटरीना कैफ, आलिया भट्ट, प्रियंका चोपड़ा
    नरेंद्र मोदी
    helene fischer, lena meyer landrut, heidi klum, lena gercke, marion cotillard, brigitte bardot, lea seydoux, aya nakamura, brigitte macron
    rosalia, aitana, ester exposito, monica bellucci, chiara ferragni, belen rodriguez, diletta leotta, anitta, bruna marquezine, gisele bundchen
    hande ercel, hadise, beren saat, doda, robert lewandowski, lewandowski, anna lewandowska
    celebrity, celebrities, celeb, celebs, famous actress, famous actor, famous singer, famous person, the president, the prime minister
    prime minister, pop star, popstar, movie star, kpop idol, k pop idol, news anchor, real person, real people, tiktoker, instagram model real
    politician, politicians, senator, congresswoman, first lady
    prominente, beruhmte schauspielerin, bundeskanzler*, celebrite, actrice celebre, presidente, presidenta, actriz famosa, attrice famosa
    atriz famosa, президент*, известн* актрис*, знаменитост*, aktorka znana, prezydent*, unlu oyuncu, cumhurbaskan*, الرئيس, ممثله مشهوره
    प्रधानमंत्री, मशहूर अभिनेत्री, 女明星, 明星, 总统, 有名人, 芸能人, 首相, 연예인, 대통령, 유명 여배우
  `,
  // People the asker knows: somebody who did not agree.
  acquaintance: `
    my ex, my ex girlfriend, my ex wife, my ex boyfriend, my neighbor, my neighbour, my coworker, my co worker, my colleague, my classmate, my teacher
    my boss, my roommate, my friend, my crush, my sister, my cousin, my aunt, my mom, my mother, my stepmom, my girlfriend, my wife, this woman
    this girl, this man, this person, that girl, her photo, this photo, uploaded photo, attached photo, this picture, photo of her, her picture
    someone i know, a real girl, real woman
    meine ex, meine nachbarin, meine kollegin, meine lehrerin, meine chefin, meine freundin, mitschulerin, mon ex, ma voisine, ma collegue, ma prof
    ma copine, mi ex, mi vecina, mi companera, mi profesora, mi novia, la mia ex, la mia vicina, la mia collega, la mia prof, minha ex, minha vizinha
    minha colega, minha professora, моя бывшая, моей бывшей, мою бывшую, соседк*, одноклассниц*, учительниц*, коллеги, moja byla, mojej bylej
    sasiadk*, kolezank*, nauczycielk*, eski sevgilim*, komsum*, sinif arkadas*, ogretmenim*, جارتي, زميلتي, حبيبتي السابقه, पड़ोसन, मेरी पड़ोसन
    मेरी टीचर, 前女友, 女同学, 女同事, 我同学, 元カノ, 同級生, 同僚, 전 여친, 전여친, 여자친구 사진, 동료
  `,
  undressing: `
    deepfake nude, deepfake nudes, deepfake porn, deepfake sex, deepfake naked, deepnude, deep nude, nudify, nudified, undress her, undress him
    undress this, undress the woman, undress the girl, undress my, undress this woman, undressing app, remove her clothes, remove her clothing
    remove his clothes, remove the clothes, remove clothes, remove clothing, remove their clothes, remove her bra, remove her bikini, remove her dress
    remove her shirt, remove the clothing, take off her clothes, taking her clothes off, without her clothes, take her clothes off, strip her
    strip this, see through her clothes, x ray her clothes, xray clothes, fake nude, fake nudes, fake porn, fake naked, face swap nude, faceswap nude
    face swap porn, faceswap porn, swap her face onto a naked, non consensual nude, revenge porn, leaked nude, leaked nudes, leaked sex tape
    zieh sie aus, zieh ihr die kleider aus, ausziehen lassen sie, kleidung entfernen, deshabille la, deshabiller cette femme, enleve ses vetements
    enlever ses vetements, quitale la ropa, quitar la ropa, desnudala, desvistela, toglile i vestiti, togli i vestiti, spogliala, tira a roupa dela
    tirar a roupa, dispa ela, раздень ее, раздень эту, раздеть ее, раздеть девушку, сними с нее одежду, убери одежду, zdejmij jej ubranie, rozbierz ja
    usun ubranie, kiyafetlerini cikar, elbiselerini cikar, soy onu, انزع ملابسها, خلع ملابسها, ازاله ملابس, उसके कपड़े उतार*, कपड़े उतार*, कपड़े हटा*
    脱掉她的衣服, 去掉衣服, 去除衣服, 脱她衣服, 扒光, 服を脱がせ, 服を消し, 脱がせて, 옷을 벗겨, 옷 벗겨, 옷을 제거, 딥페이크 누드, 딥페이크 포르노
  `,
}
