import { expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

test('tells what a command printed and how it ended, and that there is none of that name', async () => {
  const node = process.execPath
  expect(await runCommand(node, ['-e', 'console.log(process.env.SAM_CLI_TELEMETRY)'], { quiet: true })).toEqual({
    code: 0,
    printed: '0\n',
  })
  expect(await runCommand(node, ['-e', 'process.exit(3)'], { quiet: true })).toEqual({ code: 3, printed: '' })
  expect(await runCommand('no-such-command-here', [])).toEqual({ code: undefined, printed: '' })
})
