// Plain JavaScript on purpose: it is what an old Node runs, to say in one sentence what is missing.
import { existsSync } from 'node:fs'

const major = Number(process.versions.node.split('.')[0])
if (major < 24 || !existsSync('node_modules/vite')) {
  console.error(
    major < 20
      ? `Pixel Prompt cannot be set up with Node ${process.versions.node}: install Node 20 or newer, then run npm ci.`
      : 'Pixel Prompt is not installed: run npm ci (with install scripts allowed, since it brings Node 24 along), then try again.',
  )
  process.exit(1)
}
