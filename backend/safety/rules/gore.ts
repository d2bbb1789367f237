import type { WordLists } from '../policy-rules.ts'

export const gore: WordLists = {
  gore: `
    slaughtered people, slaughtered man, slaughtered woman, slaughtered children, slaughtered bodies, slaughtered family, people slaughtered, slaughtered villagers
    severed human head, severed human limbs, severed human limb, severed human hand, severed human arm, severed human leg, bloody massacre, bodies everywhere, corpses everywhere, blood and guts everywhere, organs exposed, organs visible, exposed guts
    gruesome murder, gruesome corpse, gruesome death, gruesome murder scene, gruesome wound, gruesome wounds, gruesome injury, gruesome injuries, gruesome killing
    human flesh, torn off limbs, torn off arm, torn off arms, torn off leg, torn off head, limbs torn, ripped off limbs, ripped off head, ripped off arm, cut off limbs, cut off arm, cut off hands, cut off fingers, cut off legs, hacked off, hacked apart, torn to pieces, body in pieces, victim in pieces, victims in pieces, corpse in pieces, bloody pieces of, burning people alive, people burned alive, people burning alive, burning a man alive, charred flesh, charred body, headless body, headless bodies, headless corpse, headless corpses, flayed body, flayed human, flayed corpse, flayed man, flayed alive, flayed woman, flayed skin, flayed person, flaying a, drawn and quartered, stab wounds, gaping wound, gaping wounds, open wounds, blood splattered body, blood spattered body, meat grinder human, hung on meat hook, meat hook body, hanging from meat hook, animal cruelty, tortured animal, tortured animals
    gore, gory, goriest, goreporn, g0re, guro, gorefest, snuff film, snuff video, snuff scene, snuff movie, torture porn
    dismember, dismembered, dismembering, dismemberment, disembowel*, disembowl*, eviscerat*, decapitat*, behead, beheaded, beheading, beheadings
    mutilat*, mutilation, maimed corpse, castrated, castration scene, skinned alive, skinned human, vivisection, cannibalis*
    cannibal feast, cannibals eating
    severed head, severed heads, severed limb, severed limbs, severed arm, severed arms, severed leg, severed legs, severed hand, severed hands
    severed finger, severed fingers, severed foot
    severed feet, severed torso, severed penis, severed body parts, severed body, chopped off head, head chopped off, heads chopped off, cut off head
    head cut off, head severed, head ripped off, head blown off, limbs ripped off, arm ripped off, limbs torn off
    guts spilling, guts spilled, guts hanging, spilling guts, guts out, guts pouring, exposed guts, bloody guts, blood and guts, spilled guts
    organs spilling, exposed organs, organs hanging, exposed bone, exposed bones, exposed brain, exposed brains, exposed skull bone
    brains splattered, splattered brains, brain splatter, brain matter, brains blown, brains out, exploding head, head exploding, exploded head
    headshot gore, crushed skull, skull crushed, smashed skull, crushed head, head crushed, caved in skull
    gouged eyes, gouging eyes, eyes gouged, eyeball hanging, eye gouging, eyeballs ripped, throat slit, slit throat, slitting throat, slashed throat
    throat cut, slit her throat, slitting his throat, slitting her throat, slit his throat
    mangled corpse, mangled body, mangled bodies, mangled corpses, mangled flesh, rotting corpse, rotting corpses, decomposing corpse
    decomposing body, decomposed body, bloody corpse, bloody corpses, bloodied corpse, mutilated corpse, burned corpse, burnt corpse, charred corpse
    charred bodies, charred corpses, pile of corpses, piles of corpses, heap of corpses
    pile of dead bodies, pile of bodies, dead body blood, corpse blood, gutted corpse, gutted body, gutted human, gutted person, gutted woman
    gutted man, body parts scattered, scattered body parts, human body parts, chopped up body, chopped up human, hacked to pieces, chopped into pieces
    torn apart body, torn limb from limb, ripped in half, torn in half, cut in half body, sawed in half bloody, bodies torn
    impaled corpse, impaled body, impaled bodies, impaled man, impaled woman, impaled person, impaled on spikes, gushing blood, blood gushing
    spurting blood, blood spurting, blood spraying, spraying blood, blood pouring from, bleeding to death, lying in a pool of blood
    in a pool of blood, in pool of blood, pools of blood, puddle of blood, bloodbath massacre, drenched in blood corpse, blood soaked corpse
    blood soaked body, blood splattered corpse
    tortured to death, torture scene, tortured prisoner, tortured body, being tortured, brutal torture, graphic torture, brutally murdered
    brutal murder, brutal murder scene, graphic violence, graphic murder, graphic execution, extreme violence, bullet wound closeup
    bullet through head, gunshot wound, shot in the head, execution video, stabbed to death, murdered body, murdered child, murder victim body
    corpse hanging, hanged corpse, mass grave bodies, open wound flesh, flesh wound closeup, exposed muscle torn, flesh ripped, ripped flesh
    peeling flesh, skin peeled off, skin ripped, flesh torn, torn flesh, maggots in corpse, crucified corpse bloody, roadkill guts
    stabbing a @person, stabbing @person, torturing a @person, torturing @person, stabs a @person, bleeding out on the floor, murder victim
    murder victims, torture victim, torture victims, human intestines, intestines spilling, intestines hanging, intestines out, intestines coming
    spilling intestines, exposed intestines, with intestines, human entrails, entrails spilling, entrails hanging, spilling entrails, bloody entrails
    exposed entrails, entrails on, entrails out, intestines on, intestines visible, intestines falling, entrails everywhere, intestines everywhere
    holding his intestines
    necrotic corpse, autopsy photo, autopsy corpse, human sacrifice blood, heart ripped out, ripped out heart, ripping out heart, heart torn out
    spine ripped
  `,
  goreBody: `
    @killed @minor, @killed @minorForeign, massacre
    human limbs, human limb, corpse, corpses, cadaver, cadavers, dead body, dead bodies, carcass human, body parts, human flesh, torso human
    human remains, @killed @person
  `,
  goreAct: 'impaled, impaling, flayed, flaying, butchered, mangled, beheads, disfigured, dismembers',
  goreTarget: `
    man, woman, men, women, person, people, human, humans, victim, victims, prisoner, prisoners, soldier, soldiers, body, bodies, corpse, corpses, child, children, girl, boy, family, villagers, hostage, hostages
  `,
  killed: 'dead, murdered, killed, stabbed, slaughtered, butchered, mauled, lifeless',
  goreDetail: `
    organs, exposed, entrails, intestines
    rotten, rotted, decayed, decaying, burnt, burned, charred, headless, swollen, bloated, pile, piles, heap, heaps, eaten, eating, devouring, mutilation, carved
    blood, bloody, bloodied, bleeding, bloodstained, mutilated, mangled, dismembered, rotting, decomposing, maggots, slaughtered, butchered, gutted
    viscera, innards, wounds, stab, stabbed, guts, flesh, torn, ripped, chopped, hacked, splatter, splattered, severed, tortured
  `,
  medicalGore: `
    muscle, muscles, vesalius, flower, lily, joan of arc, pompeii
    anatomy, anatomical, diagram, medical, textbook, educational, biology, digestive, cross section, illustration anatomical, medicine, histology
    anatomie, anatomia, sausage, casing, casings, gutted fish, robot, robots, android, mannequin, statue, doll, puppet, lego, plush, knitted
    marionette, figurine, caravaggio, gentileschi, holofernes, marie antoinette, tudor, henry viii, medusa, medusas, goliath, john the baptist, salome
    perseus, anne boleyn, guillotine museum, museum, awareness, french revolution, headless horseman, goretex, al gore, gore tex, gore vidal
    gore verbinski
  `,
  goreForeign: `
    kesilmis kafa, kesilmis bas, kopmus kafa, जला हुआ शव, जली हुई लाश, कटी हुई लाश, 血腥尸体, 尸体 血腥, 血腥 尸体
    abgehackt* kopf, abgehackt* hand, abgehackt* arm, abgehackt* glieder, kopf abgehackt, kopf ab, kopf abgeschlagen, tete tranchee, tete arrachee, membres coupes, cabeza arrancada, miembros cortados, testa tagliata, testa staccata, arti mozzati, membros decepados, труп без головы, трупы без голов, голова отдельно, bez glowy zwloki, ucieta glowa, uciete glowy, obcieta glowa, kopmus kol*, kesik kafa, 砍下的头, 砍下头, 无头尸, 首を切り落, 首が切, 切り落とされた首, 死体の解体, 목 잘린, 머리가 잘린
    enthaupt*, gekopft*, verstummel*, zerstuckel*, ausgeweidet*, eingeweide*, gedarme, abgetrennt* kopf, abgetrennt* arm, abgetrennt* gliedmaß*
    blutige leiche, blutuberstromt*, zerfetzt*, gefoltert*, folterszene, aufgeschlitzt*, blutlache, leichenteil*, leichenberg*, verwesende leiche
    splatterszene
    decapite*, demembre*, eventre*, mutile*, entrailles, boyaux, cadavre ensanglante, cadavre mutile, cadavre sanglant, tete coupee, membres arraches
    egorge*, mare de sang, torture a mort, scene de torture, cervelle eclatee, corps dechiquete, dechiquete*
    decapitad*, decapitacion, desmembrad*, descuartizad*, destripad*, mutilad*, visceras, tripas fuera, cadaver ensangrentado, cadaver sangriento
    cabeza cortada, cabezas cortadas, degollad*, charco de sangre, tortura sangrienta, sesos, cuerpo destrozado, intestinos, desollad*
    decapitat*, smembrat*, sventrat*, sbudellat*, budella, mutilat*, viscere, cadavere insanguinato, testa mozzata, sgozzat*, pozza di sangue
    torturato a morte, squartat*
    esquartejad*, estripad*, cadaver ensanguentado, cabeca decepada, cabeca cortada, poca de sangue, degolad*, decepad*
    расчленен*, расчленен*, обезглавлен*, отрубленн*, отрезанн* голов*, отрезанн* рук*, отрезанн* конечност*, кишки, кишками, кишок, внутренност*
    выпотрошен*, изуродованн* труп*, окровавленн* труп*, кровав* труп*, гниющ* труп*, лужа крови, луже крови, лужи крови, перерезанн* горл*
    пытки человека, жесток* пытк*, мозги наружу, кровавое месиво, расчлененка, гора трупов, разорванн* тел*
    odciet* glow*, poderzniet* gardl*, rozczlonkowan*, poćwiartowan*, wnetrznosci, flaki na wierzchu, zakrwawion* zwlok*, zmasakrowan*, kaluza krwi
    kaluzy krwi, gnijac* zwlok*, okaleczon*, tortury krwawe, scieta glowa, rozerwane cialo
    kesik bas*, kopmus bas*, kopuk kafa, kafasi kesik, kafasi kopmus, parcalanmis ceset*, kanli ceset*, ic organlar*, bagirsak*, kan golu*
    bogazi kesil*, iskence gor*, curuyen ceset*, bas kesme, kopuk kol, parcalanmis vucut*
    قطع الراس, قطع راس, راس مقطوع, راس مقطوعه, جثه مشوهه, جثث مشوهه, جثه ممزقه, احشاء, امعاء, بركه دماء, بركه من الدماء, اشلاء, تعذيب وحشي
    مقطوع الراس, ذبح انسان
    कटा हुआ सिर, कटा सिर, सिर कटा, क्षत विक्षत, क्षत-विक्षत शव, खून से लथपथ लाश, आंतें बाहर, अंतड़ियां, लाश के टुकड़े, सड़ती लाश, खून से सनी लाश
    onthoofd*, verminkt*, afgehakt* hoofd, ingewanden, halshugg*, αποκεφαλισ*
    血腥, 断头, 斬首, 斩首, 砍头, 分尸, 肢解, 碎尸, 开膛破肚, 内脏, 腸子, 肠子外, 尸块, 尸体堆, 虐杀, 酷刑, 断肢, 残肢, 剥皮人, 腐尸, 血泊, 割喉, 挖眼
    爆头, 脑浆, 人肉
    グロ画像, グロい, グロテスクな死体, 生首, 切断された, 首を切, 斬首, 内臓, はらわた, 惨殺, 虐殺死体, バラバラ死体, 腐乱死体, 血まみれの死体
    血だらけの死体, 血の海, 拷問, 死体の山, 解体された人, 人肉, 首なし死体, 臓物, 脳みそ
    참수, 잘린 머리, 잘린 목, 목이 잘린, 토막 시체, 토막난, 토막 난, 내장이, 창자, 피투성이 시체, 썩은 시체, 시체 더미, 고문 장면, 고어 장면, 고어물
    훼손된 시체, 절단된 팔, 절단된 다리, 절단된 머리, 피바다, 사지 절단, 인육
  `,
}
