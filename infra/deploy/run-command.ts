import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** `code` is undefined when there is no such command. */
type Ran = { code: number | undefined; printed: string }
export type Run = (command: string, args: readonly string[], options?: { quiet?: boolean }) => Promise<Ran>

/** Runs a command in this folder; what it prints is shown, unless `quiet`, and told. */
export const runCommand: Run = async (command, args, { quiet = false } = {}) => {
  const env = { ...process.env, SAM_CLI_TELEMETRY: '0' }
  const child = spawn(command, args, { env, stdio: ['inherit', 'pipe', quiet ? 'ignore' : 'inherit'] })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
    if (!quiet) process.stdout.write(chunk)
  })
  try {
    const ended: unknown[] = await once(child, 'close')
    const [code] = ended
    return { code: typeof code === 'number' ? code : 1, printed }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { code: undefined, printed }
    throw error
  }
}
