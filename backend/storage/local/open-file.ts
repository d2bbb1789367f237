import { open, readFile, stat, type FileHandle } from 'node:fs/promises'

type Opened = { body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>; byteLength: number }

/** The whole of a small file, or a large one piece by piece as it is read. Rejects when there is none. */
export async function openFile(file: string): Promise<Opened> {
  const { size } = await stat(file)
  return size <= wholeBytes
    ? await readFile(file).then((body) => ({ body, byteLength: body.byteLength }))
    : { body: pieces(file, size), byteLength: size }
}

/** As much as one reader has in memory. */
const wholeBytes = 256 * 1024
const pieceBytes = 128 * 1024

// Opened with the first piece: of an answer to HEAD, or of 304, none is ever asked for.
function pieces(file: string, size: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let handle: FileHandle | undefined
  let at = 0
  return new ReadableStream(
    {
      async pull(controller) {
        handle ??= await open(file)
        const piece = new Uint8Array(Math.min(pieceBytes, size - at))
        const { bytesRead } = await handle.read(piece, 0, piece.byteLength, at).catch(async (error: unknown) => {
          await handle?.close()
          throw error
        })
        at += bytesRead
        if (bytesRead > 0) controller.enqueue(piece.subarray(0, bytesRead))
        if (bytesRead > 0 && at < size) return
        await handle.close()
        if (at < size) throw new Error(`${file} became shorter while it was read`)
        controller.close()
      },
      async cancel() {
        await handle?.close()
      },
    },
    { highWaterMark: 0 },
  )
}
