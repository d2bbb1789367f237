import { bodyChunks } from './body-chunks.ts'
import { growingBytes } from './growing-bytes.ts'

/** All bytes of a body, of which `arrayBuffer()` would make three copies. `expected`: how many; 0: nobody knows. */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  expected: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = growingBytes(expected)
  for await (const chunk of bodyChunks(body)) bytes.add(chunk)
  return bytes.end()
}
