import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { askAtTerminal } from './deploy/ask-at-terminal.ts'
import { openServices } from './cloud/services.ts'
import { deployCommand } from './deploy/deploy-command.ts'
import { runCommand } from './deploy/run-command.ts'
import { pageObjects } from './page-objects.ts'
import { parseTemplate } from './template/parse-template.ts'

// npm run deploy [-- --stack NAME --region R --parameter NAME=VALUE --dry-run --rollback --test-alarm --yes]
const file = '.env.production'
process.exitCode = await deployCommand(process.argv.slice(2), {
  open: (region) => openServices({ region, pathStyle: process.env['AWS_ENDPOINT_URL'] !== undefined }),
  template: parseTemplate(readFileSync('infra/template.yaml', 'utf8')),
  production: existsSync(file) ? readFileSync(file, 'utf8') : undefined,
  readPage: () => pageObjects(),
  run: runCommand,
  fetch,
  ask: askAtTerminal,
  say: (line) => console.log(line),
  pause,
  now: () => new Date(),
  newId: randomUUID,
})
