type GrowingBytes = {
  add(part: Uint8Array): void
  /** Of base64. */
  addDecoded(letters: string): void
  end(): Uint8Array<ArrayBuffer>
}

const firstBytes = 1024 * 1024

/** Bytes that come in parts, in one buffer for as many as are expected; 0: nobody knows how many. */
export function growingBytes(expected: number): GrowingBytes {
  let bytes = Buffer.from(new ArrayBuffer(expected > 0 ? expected : firstBytes))
  let length = 0

  const makeRoom = (more: number) => {
    if (length + more > bytes.length) bytes = Buffer.from(bytes.buffer.transfer((length + more) * 2))
  }

  return {
    add(part) {
      makeRoom(part.length)
      bytes.set(part, length)
      length += part.length
    },
    addDecoded(letters) {
      makeRoom(Math.ceil(letters.length * 0.75))
      length += bytes.write(letters, length, 'base64')
    },
    // The memory beyond is given back, and what remains can be moved to another thread.
    end: () => new Uint8Array(bytes.buffer.transfer(length)),
  }
}
