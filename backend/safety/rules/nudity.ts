import type { WordLists } from '../policy-rules.ts'

export const nudity: WordLists = {
  nudity: `
    nudez, nudite, nudita, golizna, наготa, нагота, ciplaklik
    nude, nudes, nudity, naked, nakedness, nekkid, n4ked, nuude, unclothed, undressed, undressing, disrobed, nood, noods
    without clothes, no clothes, no clothing, without clothing, without any clothes, wearing nothing, no underwear, no panties
    no bra, in the nude, bare breasts, bare breasted, bare boobs, bare bottom, bare buttocks, bare butt, bare ass, exposed breasts
    exposed nipples, exposed genitals, exposed breast, naked breasts, birthday suit, skinny dipping, skinny dip, nudist, nudists, nudism, naturist
    naturists, nipple, nipples, genital, genitals, genitalia, private parts, bare crotch, clothing removed, fullfrontal
    full frontal, unclad, au naturel, pubic hair, areola, areolas
    nackt*, unbekleidet*, entbloßt*, entblosst*, hullenlos, ohne kleidung, ohne kleider, splitternackt*, splitterfaser*
    denude*, deshabille*, sans vetements, a poil, seins nus, poitrine nue, fesses nues
    desnud*, encuerad*, sin ropa, en cueros, en pelotas, pechos descubiertos
    svestit*, senza vestiti, spogliat*, ignud*
    sem roupa, sem roupas, despid*, desnuda
    голый, голая, голое, голые, голой, голого, голую, голых, голыми, голенький, голенькая, голышом, обнажен*, раздет*, нагой, нагая, нагие, ню
    без одежды, нюдс*
    clothes off her, her clothes off, taking clothes off, taking off clothes, take off clothes, takes off her clothes, taking off her clothes
    taking his clothes off
    bez ubran*, rozebran*, roznegliz*, golas*
    ciplak*, cirilciplak*, uryan, soyunmus*, giysisiz
    عاري, عاريه, عاريات, عراه, عري, متعري*, بدون ملابس, بلا ملابس
    नग्न, नंगा, नंगी, नंगे, नग्नता, निर्वस्त्र, बिना कपड़ों, बिना कपड़े
    naakt*, blote borsten, zonder kleren, naken, naket, nakna, telanjang, bugil, khoa than, gymno, γυμν*
    裸体, 裸體, 全裸, 半裸, 裸照, 裸女, 裸男, 赤裸, 裸露, 裸身, 一丝不挂, 一絲不掛, 光着身子, 光屁股, 露点, 脱光, 脫光, 不穿衣服, 没穿衣服, 沒穿衣服
    没有穿衣服
    裸, ヌード, 真っ裸, 素っ裸, すっぱだか, はだか, 丸裸, 上半身裸
    나체, 알몸, 누드, 벌거벗*, 옷을 벗*, 발가벗*, 상반신 노출
  `,
  // Of a man it is a day at the beach.
  topless: 'topless, топлес, トップレス, oben ohne, a seno nudo, ustsuz, 上空',
  woman: `
    woman, women, lady, ladies, female, females, wife, wives, girlfriend, actress, actresses, babe, babes, waitress, teacher, cheerleader
    cheerleaders, secretary, maid, bride, nun, influencer, waifu, blonde, blondes, brunette, redhead, model, models, mom, mother, stepmom, sister
    nurse, coed, housewife, stewardess, her, herself, girl, girls, selfie, selfies, photo, photos, pic, hottie
    frau, frauen, dame, freundin, blondine, femme, femmes, fille, copine, mujer, mujeres, chica, chicas, donna, donne, ragazza, ragazze, mulher
    garota, женщин*, девушк*, kobieta, dziewczyna, kadin*, kiz, vrouw, 女, 女性, 女人
  `,
  // Too short to be told from other words without a person of the same language beside them.
  nudityForeign: `
    nu, nue, nus, nues, nuda, nudo, nudi, nude, nua, nuas, naga, nagi, nago, nagie, nagiej, nagich, nagiego, gola, goly, gole, golych
    toples, bloot, blote
  `,
  person: `
    twins, triplets, brothers, sisters, colleagues, coworkers, farmer, farmers, sailor, sailors, cop, cops, policewoman, soldier, soldiers, gymnast, athletes, bodybuilder
    lesbian, lesbians, roommate, roommates, escort, escorts, nurses, teachers, stepmoms, maids, tourist, tourists, breasts, butt, bum, buttocks, boobs, dudes, hotties, schoolteacher, librarian, stripper, strippers, dancer, dancers, wrestlers
    woman, women, man, men, lady, ladies, female, females, male, males, guy, guys, dude, wife, wives, husband, girlfriend, boyfriend
    couple, couples, actress, actresses, actor, babe, babes, chick, chicks, waitress, teacher, cheerleader, cheerleaders, secretary
    maid, bride, nun, body, bodies, people, person, persons, lover, lovers, influencer, waifu, blonde, blondes, brunette, redhead, model
    models, mom, mommy, mother, mum, stepmom, stepmother, stepsister, sister, nurse, student, students, college, coed, coeds, catgirl
    catgirls, housewife, stewardess, her, him, herself, himself, girl, girls, selfie, selfies, hottie, twink, twinks, hunk, hunks
  `,
  personForeign: `
    manken*, mankeni, modelo, modelos, modella, modele, soldat, soldaten, senorita, muchachas, mlada, ragazzi, uomini, gars, jeune femme
    bruste, brust, busen, brueste, hintern, arsch, popo, lesben, madels, seins, fesses, meufs, pechos, senos, nalgas, culo, tia buena, seno, seni, sedere, peitos, seios, bunda, gostosa, грудь, грудью, груди, попа, попка, попой, бабы, телки, piersi, posladki, tylek, laska, laski, gogus*, kalca, صدر, 胸, 臀, 屁股, 女学生, 가슴, 엉덩이, 女の子, 少婦, 少妇, 小姐, お尻, 女子大生, 여대생
    frau, frauen, mann, manner, dame, paar, freundin, ehefrau, blondine, schauspielerin, korper
    femme, femmes, homme, hommes, fille, filles, couple, copine, actrice, blonde, mec
    mujer, mujeres, hombre, hombres, chica, chicas, chico, pareja, novia, actriz, tia, muchacha
    donna, donne, uomo, uomini, ragazza, ragazze, ragazzo, coppia, attrice
    mulher, mulheres, homem, homens, moca, garota, garotas, casal, namorada, atriz
    женщин*, девушк*, мужчин*, девк*, парень, парня, парни, жена, жены, пара, актрис*, тело, баба, бабы, телка, телки
    kobieta, kobiety, kobiete, mezczyzn*, dziewczyna, dziewczyny, dziewczyne, para, facet, aktorka, cialo
    kadin*, erkek*, kiz, kizi, kizlar, adam, cift, sevgili, vucut
    امراه, نساء, رجل, رجال, فتاه, فتيات, بنت, بنات, زوجه, ممثله, جسد
    महिला, महिलाएं, महिलाओं, औरत, औरतें, पुरुष, आदमी, लड़की, लड़कियां, लड़का, अभिनेत्री, स्त्री, शरीर
    vrouw, vrouwen, meisje, meisjes, meiden, kvinna, kvinnor, tjej, wanita, perempuan, cewek, gadis, co gai, phu nu, γυναικ*
    女人, 女性, 女子, 女孩, 男人, 男性, 美女, 女生, 女优, 女星, 情侣, 人妻, 模特, 妹子, 女郎
    女, 男, 美女, 彼女, カップル, お姉さん, 人妻, 女優, アイドル, 体
    여자, 여성, 남자, 남성, 여인, 커플, 아내, 여배우, 미녀, 모델, 아가씨
  `,
  nudePhoto: `
    flashing her breasts, showing her breasts, showing breasts, shows her breasts, flashing breasts, her breasts exposed, her bare breasts, breasts exposed, exposing her breasts, bare breasted woman, exposed vagina, bare chested woman
    mulher pelada, garota pelada, mulheres peladas, garotas peladas, homem pelado, pelada na cama, pelado na cama
    nude photo, nude photos, nude photograph, nude pic, nude pics, nude picture, nude pictures, nude selfie, nude selfies, nude video
    nude scene, nude shoot, nude photoshoot, naked photo, naked photos, naked pic, naked pics, naked picture, naked pictures, naked selfie
    naked selfies, naked video, send nudes, leaked nudes, fully nude, full nude
    fully naked, completely nude, completely naked, totally nude, totally naked, stark naked, butt naked, buck naked, full nudity, full frontal
    nude beach girls, nacktfoto*, nacktbild*, aktfoto nackt, photo nue, photos nues, foto desnuda, fotos desnuda, foto nuda, голые фото, 裸照
    ヌード写真, 누드 사진
    çıplak fotograf*, nagie zdjecia, صور عاريه, नंगी तस्वीर*, नग्न तस्वीर*
  `,
  // Where somebody who is naked is most likely meant to be looked at as a work of art, or as a body in a textbook.
  art: `
    painting, paintings, painted, painter, paint, watercolor, watercolour, sculpture, sculptures, sculptural, sculpted, statue, statues, statuette
    statuary
    marble, bronze, museum, renaissance, baroque, classical, neoclassical, rococo, mannerist, impressionist, impressionism, expressionist
    expressionism, fresco, frescoes, charcoal, sketch, sketches, sketchbook, drawing, drawings, drawn, etching, engraving, woodcut, linocut
    lithograph, figure study
    figure studies, study, studies, fine art, anatomy, anatomical, mythology, mythological, goddess, venus, aphrodite, adam, eve
    michelangelo, botticelli, titian, rubens, rodin, modigliani, klimt, schiele, picasso, matisse, degas, renoir, manet, cezanne, gauguin
    ingres, goya, velazquez, bouguereau, gerome, cranach, durer, giorgione, caravaggio, weston, cubist, cubism, fauvist, fauvism, academic, atelier
    pastel, pastels, gouache, terracotta, tapestry, mural, nymph, nymphs, cherub, cherubs, cupid, putti, gesture drawing, croquis, odalisque, kouros
    torso
    medical, biology, textbook, hercules, apollo, perseus, poseidon, zeus, satyr, satyrs, vitruvian, artwork, contrapposto, plaster, bas relief
    frieze
    gemalde, olgemalde, skulptur, statuen, zeichnung, aktzeichnung, aktmalerei, akt, museum, renaissance*, barock*, aquarell, gemalt*
    peinture, tableau, musee, dessin, fusain, sculpture, aquarelle, baigneuse, baigneuses, nu artistique, nu academique
    pintura, cuadro, escultura, estatua, museo, dibujo, acuarela, carboncillo, oleo, renacent*, barroc*
    dipinto, quadro, scultura, statua, affresco, disegno, rinascimental*, barocc*, museu, desenho, aquarela, tela, renascen*
    картин*, живопис*, скульптур*, стату*, музе*, рисун*, набросок, акварел*, мрамор*, ренессанс*, натурщиц*
    obraz, rzezb*, muzeum, rysunek, szkic, akwarel*, renesans*, posag, tablo, heykel*, muze*, cizim, ronesans, resim, yagli boya
    لوحه, تمثال, متحف, رسم, رخام, नक्काशी, मूर्ति, मूर्तियां, चित्रकला, संग्रहालय, पेंटिंग, schilderij, beeldhouwwerk, standbeeld, beeld
    油画, 油畫, 雕塑, 雕像, 博物馆, 绘画, 素描, 水彩, 文艺复兴, 名画, 古典, 人体艺术
    絵画, 彫刻, 彫像, 美術館, 油絵, デッサン, 裸婦, 水彩画, ルネサンス, 石膏
    유화, 조각, 조각상, 그림, 회화, 미술관, 소묘, 수채화, 르네상스, 석고상
  `,
}
