import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// Lambda's runtime client is compiled when it is installed, which takes a minute: once for a checkout, and apart from `npm ci`.
const folder = 'e2e/aws/runtime'
const isInstalled = existsSync(`${folder}/node_modules/aws-lambda-ric/rapid-client.node`)
if (!isInstalled) run('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'])
run('playwright', ['test', '--config', 'playwright.aws.config.ts', ...process.argv.slice(2)])

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
