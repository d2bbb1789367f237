import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { buildLambda } from '../../infra/build-lambda.ts'
import { buildPage } from '../build-page.ts'
import { builtFolder } from './deployment.ts'

/** The page, the functions for this machine, and the client that runs them. */
export default async function buildAll(): Promise<void> {
  installRuntime()
  buildPage()
  await buildLambda(builtFolder, { os: process.platform, cpu: process.arch })
}

/** Lambda's runtime client is compiled when it is installed, which takes a minute: once for a checkout, and apart from `npm ci`. */
function installRuntime(): void {
  const folder = 'e2e/aws/runtime'
  if (existsSync(`${folder}/node_modules/aws-lambda-ric/rapid-client.node`)) return
  const { status } = spawnSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: 'inherit' })
  if (status === 0) return
  throw new Error('The runtime client of Lambda could not be compiled: that takes cmake, make, g++ and python3.')
}
