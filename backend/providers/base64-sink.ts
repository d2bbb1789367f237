import { growingBytes } from './growing-bytes.ts'

export type Base64Sink = { write(text: string): void; end(): Uint8Array<ArrayBuffer> }

/**
 * Decodes base64 that comes in parts, as JSON writes it, a `data:` address in front of it included. `expectedText`:
 * letters that are likely to come; 0: nobody knows.
 */
export function base64Sink(expectedText: number): Base64Sink {
  const bytes = growingBytes(expectedText > 0 ? Math.ceil(expectedText * 0.75) + 3 : 0)
  /** A backslash that means what comes next. */
  let open = ''
  /** What does not make four letters yet. */
  let rest = ''
  let begun = false

  return {
    write(part) {
      const text = begun ? open + part : withoutAddress(part)
      begun = true
      open = /(?<!\\)(?:\\\\)*\\$/u.test(text.slice(-64)) ? '\\' : ''
      const letters = rest + lettersIn(open === '' ? text : text.slice(0, -1))
      const whole = letters.length - (letters.length % 4)
      rest = letters.slice(whole)
      bytes.addDecoded(letters.slice(0, whole))
    },
    end() {
      bytes.addDecoded(rest)
      return bytes.end()
    },
  }
}

const withoutAddress = (text: string) => text.replace(/^data:[^,]{0,200},/u, '')

/** Of what JSON may escape only the slash is a letter of base64; line ends and the like mean nothing in it. */
const lettersIn = (text: string) =>
  /^[A-Za-z0-9+/=_-]*$/u.test(text) ? text : text.replaceAll(/\\[bfnrt]|[^A-Za-z0-9+/=_-]/gu, '')
