import type { PolicyRules, WordLists } from '../policy-rules.ts'

/** Words that make a neighbour harmless. */
export const neighbours: WordLists = {
  nudeColour: `
    dress, dresses, swimsuit, swimsuits, bikini, bikinis, corset, bra, slip, camisole, jumpsuit, trousers, skirt, stockings, cardigan, turtleneck, jacket, boots, bag, scarf
    lipstick, lipsticks, lip, lips, palette, palettes, tone, tones, toned, colour, colours, color, colors, coloured, colored, shade, shades, nail
    nails, polish, manicure, manicures, pedicure, makeup, heels, heel, pumps, stilettos, shoe, shoes, sandals, beige, pink
    blush, gown, gowns, satin, leather, blouse, bodysuit, tights, stockings, pantyhose, hosiery, eyeshadow, gloss, matte, aesthetic, neutrals, neutral
    taupe, cream, ivory, peach, swatch, swatches, foundation, concealer, cosmetic, cosmetics, handbag, clutch, coat, trench, sweater, knit, ballet
    tulle
    branding, packaging, interior, sofa, curtains, wallpaper, balloons, roses, ribbon, rouge, farbe, farben, toene, vernis, ongles, escarpins, uñas
    unas, tonos, labial, labbra, unghie, rossetto, batom, unhas, тон, тона, помада, помады, маникюр, оттенк*, paznokcie, szminka, oje, ruj, 口红, 色
    指甲, 唇, 高跟鞋, リップ, ネイル, カラー, メイク, パンプス, 립, 립스틱, 톤, 네일, 컬러, 메이크업, 구두
  `,
  nudeWord: 'nude, nudes, nud, nues, nue, ню, desnudo, ヌード, 누드, 裸色',
  nakedWord:
    'naked, nude, bare, nackt*, desnud*, nu, nue, nus, nues, nudi, nudo, nuda, nude, голый, голая, голое, голые, голой, голого, голую, голых, голыми, nagie, nagi, naga, nagich, gole, golych, ciplak*, عاريه, عاري, नंगे, नंगी, नंगा, naakt*, pelada, pelado, pelados, peladas, calat*, spogli*, denude*',
  bareThing: `
    ladies lily
    tree, trees, branch, branches, twig, twigs, eye, eyes, flame, flames, bulb, bulbs, rock, rocks, wood, cake, truth, mountain, mountains, hill
    hills, winter, singularity, wall, walls, wire, wires, steel, concrete, brick, bricks, metal, sword, blade, steel, mole, bike, bikes, motorcycle
    chef, juice, ape, gun, lunch, attraction, snail, vines, skeleton, feet, foot, ground, soil, land, earth, clay, root, roots, seed, seeds, grain
    oats, egg, chicken, bird, cat, sphynx, dog, rat, neck, lightbulb, facade, stone, cliff, cliffs
    baum, baume, baumen, aste, asten, auge, fels, felsen, wand, fuße, fußen, fuße, arbre, arbres, branche, branches, oeil, pieds, mains, roche, mur
    murs, arbol, arboles, ramas, pies, ojo, roca, albero, alberi, rami, piedi, occhio, roccia, arvore, arvores, galhos, pes, olho, tomate, tomates
    papa, pollo
    дерево, асфальт*, степь, степи, поле, поля, холм*, камн*, лед, деревья, деревьев, деревьями, ветки, ветки, ветвями, ветви, ветвей, веток, скалы
    скала, стены, земля, земли, глаз, глазом, drzewa, drzewo, galezie, galaz, skaly, stopy, agac*, dal, dallar*, ayak*, goz*, kaya*, اشجار, شجره
    الاقدام, القدمين, اغصان, पैर, पांव, आंख, आंखों, पेड़, पेड़ों, шея, bomen, boom, takken, voeten, oog
  `,
  lookedAtAlone:
    'woman, women, girl, girls, child, children, kid, kids, teen, boy, boys, man, men, she, her, him, naked, celebrity, photo, selfie',
  breastWord:
    'breast, breasts, boobs, nipple, nipples, thigh, thighs, penis, brüste, anal, vaginal, genital, sexual, sex, breasts exposed',
  breastThing: `
    chicken, duck, turkey, goose, pigeon, quail, grilled, roasted, roast, fried, cancer, awareness, ribbon, mammogram, feeding, pump, milk, bottle
    bottles, pocket, plate, robin, armour, armor, stroke, grease fitting, pacifier, education, determination, chromosome, chromosomes, ratio, equality
    health
    worm, gland, glands, fin, fins, snake
  `,
  animal: `
    elephant, elephants, bird, birds, goat, goats, rabbit, rabbits, bunny, bunnies, panda, pandas, mole, dragon, dragons, penguin, penguins, fox
    foxes, deer, bear, bears, owl, owls, yoda, groot, turtle, turtles, seal, seals, dinosaur, dinosaurs, hedgehog, hedgehogs, sloth, sloths, monkey
    monkeys, lion, tiger, wolf, whale, pigeon, pigeons, sparrow, sparrows, mouse, mice, rat, rats, kangaroo, koala, otter, otters, squirrel, squirrels
    hamster, hamsters, pig, pigs, piglet, horse, giraffe, hippo, rhino, crocodile, gorilla, chimp, orangutan, bat, bats, blue, pink, grand, carrot
    carrots, corn, spinach, potatoes, oil, powder, bump, shower, breath
  `,
}

/** Phrases that mean no harm. */
export const allowed = `
  packet of fags, pack of fags, fags and a, own arm chair, vlad the impaler, slaughtered lamb, dead mans chest, dead man s chest
  remove clothes hanger, clothes moths, sextette, sextettes, clothes hanger, clothes hangers, remove clothes moths
  カロリー, グロリア, グロリオサ, フロリダ, フロリスト, ロリポップ, ロリータファッション, 칼로리, 글로리*, 로리스, 플로리*, 로리타패션, 브로리
  naked lady lily, naked ladies lily, naked lady flower, naked ladies flowers, naked lady amaryllis, slutty brownies, slutty brownie, slutty vegan, erotic thriller, white pride of, coon cheese, flayed figure
  bath bomb making, bath bomb instructions, bath bomb recipe, seed bomb making, bath bombs, orgy of colour, orgy of color, burn the midnight, suicide squad, virgin suicides, suicide of lucretia, suicide of cleopatra, career suicide
  nude @nudeColour, nude and @nudeColour, nudes and @nudeColour, nude or @nudeColour, nude dress with, nude beige, nude coloured, nude illusion
  nude undertones, 裸色, nude palette, @nudeColour nude
  naked @bareThing, nude mole rat, naked mole rat, naked mole rats, naked singularity, naked juice, naked lunch, naked chef, naked eye, nackter fels
  nacktschneck*, nacktmull*, nacktkatze*, nacktsamer*, half naked trees, naked cake, naked cakes, naked bike, naked gun, naked neck chicken
  naked oats, naked raku
  naked emperor, emperor is naked, emperor naked, emperor walks naked, emperor parades naked, emperor has no clothes, emperor with no clothes
  emperors no clothes, emperor wearing nothing, king is naked, naked king, 裸の王様, はだかの王様, 벌거벗은 임금님, der kaiser ist nackt
  der nackte kaiser, nackten kaiser, le roi est nu, el rey desnudo, el rey va desnudo, король голый, голый король, il re nudo, o rei nu, rei esta nu
  krol jest nagi
  nude infant jesus, naked infant jesus, naked baby jesus, nude christ child, naked christ child, naked cherub, naked cherubs, nude cherubs
  naked putti, nude putti, naked cupid, nude cupid, naked putto, baby @animal, naked baby bird, naked baby birds, clothes off the, clothes off a
  takes clothes off the line
  birthday suit and tie, topless jeep, topless car, topless convertible, topless towers, mannequin without clothes, mannequins without clothes
  bottle nipple, bottle nipples, silicone nipple, grease nipple, nipple fruit, bicycle nipple, spoke nipple, spoke nipples
  à l oeil nu, oeil nu, pieds nus, pied nu, mains nues, tete nue, mise a nu, mis a nu, bras nus, pieds nus, descalzo, a simple vista, occhio nudo
  piedi nudi, a olho nu, olho nu, pes nus, mit bloßem auge, nackten fußen, nackte fuße, nacktem oberkörper sumo, ciplak ayak*, ciplak goz*
  حافي القدمين, नंगे पैर, नंगे पांव, नंगी आंख, нагие деревья, gole drzewa, nagie drzewa, naga stopa, gole stopy, gola ziemia, blote voeten
  blote benen
  裸眼, 裸足, 裸電球, 裸麦, 裸子植物, 裸木, 裸祭り, 裸一貫, 裸の木, 裸の枝, 裸婦, 裸露的岩, 裸露的土, 裸露的树, 裸露的砖, 裸露的山, 裸露的地, 裸岩
  裸车, 裸机, 赤裸裸的真相, 露点温度, ヌードル, ヌードカラー, ヌードベージュ, ヌードメイク, ヌードリップ, ヌードピンク, ヌードネイル, カップヌードル
  스누드, 누드톤, 누드베이지, 누드립, 누드메이크업, 누드 김밥, 누드김밥, 누드 @nudeColour, 세기, 세계, 세상, 세로, 세트, 세련*, 세밀*, 세탁*, 세대
  세부*, 살짝, 살구*, 살아*, 살며시
  아이돌*, 아이스*, 아이폰*, 아이템*, 아이디어*, 아이콘*, 아이라인*, 아이섀도*, 아이보리*, 아이언맨, 아이리스, 아이비, 청소년 상담
  sex education, sex ed, same sex, opposite sex, fair sex, fairer sex, sex pistols, sex and the city, sex symbol, sex symbols, sex chromosomes
  biological sex, age and sex, sex ratio, sex education poster, sex change, sex and gender, gender and sex, sex reveal, single sex, sex discrimination
  sex determination, both sexes, sexual health, safe sex, sexual harassment awareness, sexual harassment prevention, sexual orientation, bisexual
  sex trafficking awareness, sex trafficking, battle of the sexes, weaker sex, sex appeal, sex panther, better sex, sex lies and, sex on the beach
  on the basis of sex, sexo fuerte, bello sexo, mesmo sexo, stesso sesso, mismo sexo, meme sexe, sexe oppose, même sexe, education sexuelle
  educacion sexual, educazione sessuale, educacao sexual, edukacja seksualna, cinsel egitim
  sexual assault awareness, sexual assault survivor, sexual assault survivors, sexual assault prevention, sexual assault hotline, rape culture protest
  rape crisis, rape prevention, rape awareness, rape survivor, rape survivors, anti rape, stop rape, child abuse prevention, child abuse awareness
  child sexual abuse prevention, child sexual abuse awareness, sexual abuse prevention, sexual abuse awareness, sexual abuse hotline
  rape seed, rapeseed, oilseed rape, oil seed rape, rape field, rape fields, rape flower, rape flowers, rape plant, rape oil, rape of the sabine
  rape of the sabines, rape of europa, rape of proserpina, rape of persephone, rape of ganymede, rape of the lock, rape of lucretia, rape blossom
  rape blossoms, rape honey, yellow rape
  pussy willow, pussy willows, pussywillow, pussywillows, pussy cat, pussy cats, pussycat, pussycats, pussy riot, pussy galore, pussy foot, pussyfoot
  pussy toes, pussytoes, pussy bow, pussy bows, pussybow, pussy hat, pussy hats, owl and the pussy
  blue footed boobies, red footed boobies, footed boobies, brown boobies, masked boobies, boobies diving, peruvian boobies, nazca boobies, horny toad
  horny toads, horny lizard, horny goat, horny goat weed, horny beetle, hornyhead
  moby dick, dick van dyke, dick tracy, philip k dick, dick grayson, dick cheney, dick whittington, tom dick and harry, dick turpin, cock a doodle
  orgy of colours, orgy of colors, orgy of light, orgy of flowers, orgy of pattern, orgy of patterns, orgy of texture
  orgy of shapes, orgy of sound, orgia de color, orgia de colores, orgia di colori, orgie de couleurs
  alan cumming, cumming georgia, cum laude, magna cum, summa cum, intercourse pennsylvania, whore of babylon, retarded growth, tempo retard
  fire retarded, of human bondage, deep throat watergate, deepthroat watergate, anal fin, anal fins, vaginal orchid, anal glands, gang bang theory
  semen analysis, cats cum, boner stabone
  e e cummings, cummings, golf threesome, threesome of golfers, blackface sheep, blackface ewe, blackface ewes, blackface ram, blackface lamb
  blackface lambs, pornic, pornichet
  white power outlet, white power outlets, white power socket, white power cable, white power plug, white power strip, white power bank
  white power station, white power tool, pc master race, corpse flower, corpse flowers, corpse lily, corpse bride, exquisite corpse, corpse paint
  corpsepaint, corpse pose, gore new zealand, gore mountain, gore canyon, martin gore
  no graphic violence, without graphic violence, no violence or gore, dildo newfoundland, dildo island, dildo harbour, dildo canada, anal retentive
  sex of the baby, sex of the child, babys sex, baby s sex, sex of a baby, sex of baby, sex of the calf, thong sandals, thong sandal
  torse nu, torses nus, torso nudo, torso desnudo, nacktem oberkorper, nackter oberkorper, nackten oberkorper, nagim torsem, nagi tors, 남자해군
  남자해변, 여자해변, 여자해군
  al gore, gore tex, goretex, gore vidal, gore verbinski, lesley gore, gore range, gore magala, frank gore, tipper gore, gore district, gore bay
  gore skirt, gore skirts, gored skirt, six gore, without gore, no gore, non gory, not gory, no blood or gore, free of gore, gore free
  no blood and gore, kein blut
  judith beheading holofernes, judith beheading, judith and holofernes, beheading of john the baptist, beheading of saint, beheading of st
  head of medusa, decapitated dandelion, self mutilating chess, roman intestines, mutilated banknote, mutilated coin, flayed saint bartholomew
  flaying of marsyas, flayed ox, decapitated statue, decapitated statues, beheaded statue, beheaded statues, decapitated doll, severed robot
  animal intestines sausage, guts from berserk, hate your guts, guts out running, ram the impaler
  kkk krispy, faggots and peas, faggots and mash, faggots in gravy, faggots with, meatball faggots, faggots of wood, faggot of wood, bundle of faggots
  bundles of faggots, faggot stitch, faggots stitching, carrying faggots, gathering faggots, welsh faggots, chink in the armor, chink in the armour
  chink of light, chinks of light, chink in, chinks in, chink of, chinks of, chink in a, spic and span, spick and span, maine coon, maine coons
  coon cat, coon cats, coon hound, coon hounds, coonhound, coonhounds, coon dog, raccoon, coon skin, coonskin, golliwogg cakewalk, flame retard
  fire retard, tranny fluid, rio negro, beaner bag, paki pottery, coon rapids, coon creek, tapette a mouches, tapette souris
  reichsadler museum, black sun rising, black sun eclipse, suicide squad, suicide squads, suicide prevention, suicide hotline, suicide awareness
  suicidal tendencies band, suicide doors, suicide door, suicide girls band, suicide forest, suicide squeeze, suicide king card, suicide burn
  anti suicide, hanged man tarot, cutting his own bread, cutting her own hair, cutting his own hair, cutting her own cake, cutting her own fringe
  cutting his own cake, cutting her own bangs, cutting her own dress, cutting her own paper, stabbing a steak, stabbing a fork, stabbing a pumpkin
  stabbing a dragon, stabbing a sea, torturing a guitar
  isis goddess, goddess isis, isis the goddess, isis and osiris, isis and horus, isis osiris, egyptian isis, temple of isis, isis egyptian
  isis temple, isis river, isis holding, isis wings, winged isis, isis nursing, isis knot, archer isis
  绿色情, 色情侣, 色情人, 色情调, 色情绪, 色情感, 色情景, 色情怀, 色情节, 情色彩, 情色调, 做爱心, 做爱吃, 做爱好, 做爱做, 女性爱, 男性爱, 个性爱
  理性爱, 性爱好, 性爱情, 性爱心, 性交流, 性交谈, 性交往, 性交际, 性交易平台, 性交互, 性交通, 性交替, 性交叉, 口交通, 口交易, 口交叉, 口交汇, 口交接
  口交流, 口交错, 射精美, 射精致, 射精灵, 射精准, 射精确, 强暴雨, 强暴风, 内脏健康, 血腥玛丽, 血腥瑪麗, 儿童节, 卖淫妇人
  ピエロ, アエロ*, パチンコ, ロマンコメディ, グレイプ, ドレイプ, クレイプ, スレイプニル, フェラーリ, フェラガモ, カフェラテ, カフェラッテ
  ポルノグラフィティ, 痴漢防止, 痴漢対策, キエロ, エロイカ, メロエロ, アンジェロエ, 内臓脂肪, 内臓模型, 自衛, 자위대, 내장이 튼튼, グロテスク様式
  マンコックス, バナナル, カマンコ
  cazzo che bello, pute borgne, hure de sanglier, 自残形秽
`

export const harmless: PolicyRules['harmless'] = [
  { words: 'nudeWord', beside: 'nudeColour', within: 4, notAcross: 'lookedAtAlone' },
  { words: 'nakedWord', beside: 'bareThing', within: 2, notAcross: 'lookedAtAlone' },
  { words: 'breastWord', beside: 'breastThing', within: 4, notAcross: 'lookedAtAlone' },
]
