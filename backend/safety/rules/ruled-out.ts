/** Items of a negative prompt that stand alone, and what they come to. */
export const ruledOut: readonly { entries: string; meaning: string }[] = [
  {
    meaning: 'without clothes',
    entries: `
      clothes, clothing, cloth, clothed, dressed, fully dressed, fully clothed, wearing clothes, any clothes, all clothes, any clothing, all clothing
      garment, garments, underwear, bra, panties, outfit, covered body, covered breasts
      kleidung, kleider, bekleidet, unterwasche, vetements, habits, vetement, ropa, vestido, vestida, vestiti, vestito, roupa, roupas, vestida, одежда
      одежды, одетая, одетый, ubranie, ubrania, ubrana, kiyafet, kiyafetler, giysi, giysiler, ملابس, ثياب, कपड़े
      衣服, 穿衣服, 内衣, 服装, 服, 衣服を着, 下着, 옷, 의류, 속옷
    `,
  },
]
