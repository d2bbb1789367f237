const plain = new Set(
  'and the its are has for not but all one two who was you can off out how too yet own may had his her let now use more way set far near new old that with from this into over under onto upon than then them they their there every each some only just like more most such very through around toward between itself keeps keep gives give makes make holds leaves feels feel seems which where what when small fine clear quiet picture whole everything nothing'.split(
    ' ',
  ),
)

/** The words that carry a phrase's meaning, folded so that `lights` and `light` are one. */
export const contentWords = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !plain.has(word)).map(fold)

const fold = (word: string): string => word.replace(/(?:ing|ed|es|s|e)$/u, '')
