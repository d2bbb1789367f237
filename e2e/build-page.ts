import { spawnSync } from 'node:child_process'

/** The journeys run against the page as `npm start` serves it. */
export function buildPage(): void {
  const { status } = spawnSync('node', ['infra/build-page.ts'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The page could not be built')
}

export default buildPage
