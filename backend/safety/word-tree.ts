type Node = { next: Map<number, Node> | undefined; whole: readonly number[]; begins: readonly number[] }

/** Words by their letters, each with what it stands for. No look-up takes longer than the word, or the longest entry. */
export type WordTree = {
  /** `word*`: also what begins so; `*word`: what holds it, whatever follows. */
  add(spec: string, tag: number): void
  /** Of the word itself; `beginnings` also of entries that it begins with or holds. */
  find(word: string, beginnings: 'too' | 'not'): number[]
  /** Of every entry that it may be when each asterisk hides a letter; not all of them when they would be too many. */
  findMasked(word: string): number[]
  /** The longest entry that stands at this place of a text without spaces. */
  longestAt(text: string, from: number): { length: number; tags: number[] } | undefined
  /** Of each part, when the word is made of two entries or more and nothing else. */
  partsOf(word: string): (readonly number[])[]
}

export function wordTree(): WordTree {
  const root = node()
  const held = node()

  return {
    add(spec, tag) {
      let at = spec.startsWith('*') ? held : root
      const word = spec.replaceAll('*', '')
      for (let index = 0; index < word.length; index += 1) {
        const code = word.charCodeAt(index)
        at.next ??= new Map()
        const next = at.next.get(code) ?? node()
        at.next.set(code, next)
        at = next
      }
      const kind = spec.includes('*') ? 'begins' : 'whole'
      if (!at[kind].includes(tag)) at[kind] = [...at[kind], tag]
    },

    find(word, beginnings) {
      const tags: number[] = []
      walk(root, word, 0, ({ whole, begins }, end) => {
        if (beginnings === 'too') tags.push(...begins)
        if (end === word.length) tags.push(...whole)
      })
      if (beginnings === 'not' || held.next === undefined) return tags
      for (let start = 0; start < word.length; start += 1) {
        walk(held, word, start, ({ begins }) => tags.push(...begins))
      }
      return tags
    },

    findMasked(word) {
      const tags: number[] = []
      let left = mostMasked
      const follow = (at: Node, from: number): void => {
        left -= 1
        tags.push(...at.begins, ...(from === word.length ? at.whole : []))
        if (from === word.length || left < 0) return
        if (word[from] === '*') for (const next of at.next?.values() ?? []) follow(next, from + 1)
        else {
          const next = at.next?.get(word.charCodeAt(from))
          if (next) follow(next, from + 1)
        }
      }
      if (word.length < 24 && /^[^*].*[^*]$/u.test(word)) follow(root, 0)
      return tags
    },

    longestAt(text, from) {
      let found: { length: number; tags: number[] } | undefined
      const begun: number[] = []
      walk(root, text, from, ({ whole, begins }, end) => {
        begun.push(...begins)
        if (whole.length + begins.length > 0) found = { length: end - from, tags: [...begun, ...whole] }
      })
      return found
    },

    partsOf(word) {
      // The number of parts of the best cover up to each place, and where its last part begins.
      const covers: ({ parts: number; from: number; tags: readonly number[] } | undefined)[] = [
        { parts: 0, from: 0, tags: [] },
      ]
      for (let start = 0; start < word.length; start += 1) {
        const before = covers[start]
        if (before === undefined) continue
        walk(root, word, start, ({ whole }, end) => {
          if (whole.length > 0 && covers[end] === undefined)
            covers[end] = { parts: before.parts + 1, from: start, tags: whole }
        })
      }
      const parts: (readonly number[])[] = []
      let last = covers[word.length]
      if (last === undefined || last.parts < 2) return []
      while (last && last.parts > 0) {
        parts.unshift(last.tags)
        last = covers[last.from]
      }
      return parts
    },
  }
}

// Steps: a word of four letters with two hidden takes some hundred.
const mostMasked = 500

const none: readonly number[] = []
const node = (): Node => ({ next: undefined, whole: none, begins: none })

function walk(from: Node, text: string, start: number, visit: (at: Node, end: number) => void): void {
  let at: Node | undefined = from
  for (let end = start; end < text.length; end += 1) {
    at = at.next?.get(text.charCodeAt(end))
    if (at === undefined) return
    visit(at, end + 1)
  }
}
