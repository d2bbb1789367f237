import { buildLambda } from '../../infra/build-lambda.ts'
import { buildPage } from '../build-page.ts'
import { builtFolder } from './deployment.ts'

/** The page, and the functions for this machine. */
export default async function buildAll(): Promise<void> {
  buildPage()
  await buildLambda(builtFolder, { os: process.platform, cpu: process.arch })
}
