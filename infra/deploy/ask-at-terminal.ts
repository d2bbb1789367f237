import { createInterface } from 'node:readline/promises'

/** What somebody types. Without a terminal nobody does. */
export async function askAtTerminal(question: string): Promise<string> {
  if (!process.stdin.isTTY) return ''
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await lines.question(question)
  } finally {
    lines.close()
  }
}
