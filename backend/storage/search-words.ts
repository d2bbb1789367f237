/**
 * The words of a text as the gallery's search compares them: without case and diacritics, split on whatever is not a
 * letter or a number. A prompt is found when every word of the query begins one of its words.
 */
export function searchWords(text: string): string[] {
  const folded = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toUpperCase().toLowerCase().replaceAll('ς', 'σ')
  return [...new Set(folded.match(/[\p{L}\p{N}]+/gu))]
}
