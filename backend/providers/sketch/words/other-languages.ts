const words = `
月 moon,星 star,太陽 sun,日の出 dawn,夕焼け sunset,夜 night,朝 dawn,山 mountains,海 sea,川 river,湖 lake,森 forest,砂漠 desert,街 city,都市 city,空 sky,宇宙 space,庭 garden,雪 snow,雨 rain,霧 mist,雲 cloud,
猫 cat,犬 dog,馬 horse,狐 fox,鳥 bird,魚 fish,鯨 whale,竜 dragon,龍 dragon,花 flower,木 tree,樹 tree,桜 cherry blossom,船 boat,車 car,城 castle,家 house,橋 bridge,塔 tower,人 person,本 book,傘 umbrella,赤 red,青 blue,黄 yellow,白 white,黒 black,緑 green,春 spring,夏 summer,秋 autumn,冬 winter,
一 one,二 two,三 three,四 four,五 five,六 six,七 seven,八 eight,九 nine,十 ten,
gato cat,perro dog,caballo horse,zorro fox,pájaro bird,pez fish,ballena whale,barco boat,casa house,castillo castle,faro lighthouse,flor flower,árbol tree,luna moon,sol sun,mar sea,lago lake,montaña mountains,bosque forest,desierto desert,ciudad city,noche night,nieve snow,lluvia rain,niebla mist,rojo red,azul blue,amarillo yellow,verde green,blanco white,negro black,dos two,tres three,cuatro four,
chat cat,chien dog,cheval horse,renard fox,oiseau bird,poisson fish,baleine whale,bateau boat,maison house,château castle,phare lighthouse,fleur flower,arbre tree,lune moon,soleil sun,mer sea,lac lake,montagne mountains,forêt forest,désert desert,ville city,nuit night,neige snow,pluie rain,brouillard mist,rouge red,bleu blue,jaune yellow,vert green,deux two,trois three,quatre four,
katze cat,hund dog,pferd horse,fuchs fox,vogel bird,fisch fish,wal whale,schiff ship,haus house,schloss castle,leuchtturm lighthouse,blume flower,baum tree,mond moon,sonne sun,meer sea,berge mountains,wald forest,wüste desert,stadt city,nacht night,schnee snow,regen rain,nebel mist,blau blue,gelb yellow,grün green,zwei two,drei three,vier four,
🐱 cat,🐈 cat,🐶 dog,🐴 horse,🦊 fox,🐦 bird,🐟 fish,🐳 whale,🐋 whale,🐉 dragon,🤖 robot,🚀 rocket,🌙 crescent,🌕 moon,☀ sun,⭐ star,🌊 sea,🏔 mountains,🌲 pine,🌳 tree,🌴 palm,🌵 cactus,🌸 flower,🌻 sunflower,🍄 mushroom,🏠 house,🏰 castle,⛵ boat,🚂 train,🚗 car,✈ plane,🎈 balloon,❤ heart,🍎 apple,☔ umbrella,🌈 rainbow,👻 ghost,🎃 pumpkin,⛄ snowman,🎸 guitar,👑 crown,🦉 owl,🐧 penguin,🦋 butterfly,🐙 octopus,🐢 turtle,🐘 elephant,🦁 lion`
  .split(',')
  .map((entry) => entry.trim().split(' '))

const whole = new Map(words.map(([foreign = '', ...english]) => [foreign, english.join(' ')]))

// Scripts without spaces between words, and emoji, are found character by character.
const signs = new RegExp(`(${[...whole.keys()].filter((word) => !/^\p{Script=Latin}/u.test(word)).join('|')})`, 'gu')

export function inEnglish(text: string): string {
  return text
    .replace(signs, (sign) => ` ${whole.get(sign) ?? sign} `)
    .replace(/[\p{L}\p{M}]+/gu, (word) => whole.get(word) ?? singular(word) ?? word)
}

function singular(word: string): string | undefined {
  return word.length > 4 && /[sxn]$/.test(word) ? whole.get(word.slice(0, -1)) : undefined
}
