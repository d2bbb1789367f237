import type { WordLists } from '../policy-rules.ts'

export const selfHarm: WordLists = {
  selfHarm: `
    hanging by a noose, hanging by noose, hanged by a noose
    cuts on arms, cuts on arm, cuts on wrist, cuts on his arms, cuts on the arms, cuts on forearm, self harm scars, tie a noose, tying a noose, noose to die, hang from a noose, hanging in a noose, jumped to her death, jumped to his death, ready to die by suicide, erhangt, se pendre, pendu suicide, suicidandose
    self harm, selfharm, self harming, selfharming, self injury, self mutilation, self mutilating, self inflicted, committing suicide, commit suicide
    commits suicide, committed suicide, comiting suicide, suicide by, suicide scene, suicide note, suicidal, suicide method, suicide methods
    suicide pact, suicide attempt, attempting suicide, suicide victim, suicide hanging, kill myself, killing myself, kill herself, killing herself
    kill himself, killing himself, kill themselves, killing themselves, unalive myself
    hanging herself, hanging himself, hang herself, hang himself, hang myself, hanging myself, hanged herself, hanged himself, noose around
    noose round, noose on her neck, hanging from a noose, hanging from noose, slit wrists, slitting wrists, slit her wrists, slitting her wrists
    slitting his wrists, slit wrist, cut wrists, cutting wrists, cutting her wrists, cutting his wrists, cutting my wrists, cut her wrists
    cut my wrists, slashed wrists, slashing wrists, bleeding wrists, cutting myself, cutting herself, cutting himself, cutting her arms
    cutting his arms, cuts on her arms, cuts on her wrists, cuts on wrists, razor on wrist, fresh cuts on
    cutting her own arm, cutting her own arms, cutting her own wrist, cutting her own wrists, cutting his own arm, cutting his own wrists
    cutting his own wrist, cutting her own skin, cutting his own skin, razor blade on wrist, razor blade on her, razor blade on arm
    razor blades on arms, shooting himself in the head, shooting herself in the head, shoots himself, shoots herself, cutting her arm with
    cutting his arm with, cuts her wrists, cuts his wrists, cuts her arms
    powiesil sie, powiesila sie, повесился, повесилась, повесившийся, повесившаяся, вешается в петле, в петле повеш*, 上吊自杀, 上吊自殺, 上吊死
    overdosing, overdosed, overdose on pills, overdose of pills, pills overdose, jumping to her death, jumping to his death, jump to her death
    jump to his death, gun to his head, gun to her head, gun in his mouth, gun in her mouth, gun to his own head, gun to her own head, shoot myself
    blowing his brains out, blow my brains out, drinking bleach, thinspo, thinspiration, pro ana, proana, bonespo, starving herself, anorexic goals
    burning herself with
    selbstmord, suizid*, selbstverletz*, ritzt sich, sich ritz*, erhangt sich, sich erhang*, aufgeschnitten* handgelenk*, pulsadern, suicide sanglant
    se suicide, se suicider, se suicidant, suicidant, automutil*, scarification poignets, se pend, se pendant, pendu suicide, veines ouvertes
    s ouvre les veines, se coupe les veines, se taillade*
    suicidandose, suicidarse, se suicida, suicidio, autolesion*, autolesiona*, ahorcandose, ahorcada, cortandose, cortandose las venas
    cortarse las venas, muñecas cortadas, cortes en las munecas, si suicida, suicidarsi, autolesionis*, si impicca, impiccata, impiccato, impiccandosi
    tagliarsi le vene, si taglia, suicidando, suicida se, suicidar, automutilacao, se enforcando, enforcando se, cortando os pulsos, pulsos cortados
    самоубийств*, суицид*, самоповрежд*, самопорез*, вскрывает вены, вскрыл* вены, режет вены, резать вены, порезанн* вен*, порезы на рук*, повеситься
    повешенн*, samobojstw*, samobojc*, samookalecz*, tnie sie, podcina zyly, podciete zyly, podcina sobie zyly, wiesza sie, intihar*, bileklerini kes*
    bilek kes*, kendini as*, kendine zarar*, kendini kes*
    انتحار, ينتحر, تنتحر, ايذاء النفس, يشنق نفسه, تشنق نفسها, قطع شرايين, قطع معصم*, आत्महत्या, खुदकुशी, फांसी लगा*, कलाई काट*, नस काट*, खुद को नुकसान
    zelfmoord*, zelfbeschadig*, sjalvmord*, sjalvskad*, bunuh diri
    自杀, 自殺, 自残, 自殘, 割腕, 割腕自杀, 跳楼自杀, 吞药, 自伤, 自殺する, 首吊り, 首つり, リストカット, 自傷, 手首を切, 飛び降り自殺, 자살, 자해
    손목을 긋, 손목 긋, 목을 매, 목매, 투신자살
  `,
  cutting: 'cutting, slashing, slashed, slash, slashes, slitting, slit, slits, slicing, sliced, slices, bleeding',
  wrists: 'wrists, forearms, her wrist, his wrist, my wrist, own wrist, own wrists, own arm, own arms',
  suicide: 'suicide, suicides, sucide, suiside, su1c1de',
  suicideMeans: `
    pendu, pendue, jumping, jump, jumps, hanging, hang, hanged, roof, rooftop, bridge, pills, blood, bloody, gun, knife, wrist, wrists, girl, boy, man, woman, teen, teenager, razor, bathtub, overdose, dying, dead
  `,
  selfHarmContext: `
    thriller, mystery, novel, painting, shakespeare, opera, theatre, prevention, prevent, awareness, hotline, helpline, support, campaign, therapy, recovery, squad, counseling, counselling, lifeline, memorial
    survivor, survivors, stop, help, hope, crisis line
    pravention*, vorbeugung, hilfe, prevencion, prevenzione, prevencao, ayuda, aide, prevention*, профилактик*, помощ*, zapobieg*, pomoc, onleme*
    الوقايه, منع, रोकथाम, 预防, 予防, 防止, 예방, 상담
  `,
}
