/** The parts of a body, one after the other. Each is gone when the next is asked for: what is still needed must be copied. */
export async function* bodyChunks(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Buffer> {
  for await (const chunk of body ?? []) {
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    // A collector sees little of them, and would let some 20 MB come together.
    if (chunk.buffer instanceof ArrayBuffer && chunk.byteLength === chunk.buffer.byteLength) chunk.buffer.transfer(0)
  }
}
