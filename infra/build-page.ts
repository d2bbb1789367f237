import { existsSync, globSync, statSync } from 'node:fs'
import { build } from 'vite'

// A start with a page that is already built must not wait for the bundler.
const built = 'dist/web/index.html'
const sources = globSync(['frontend/**/*', 'contract/**/*', 'vite.config.ts', 'package-lock.json'])
const newest = Math.max(...sources.map((path) => statSync(path).mtimeMs))
if (!existsSync(built) || statSync(built).mtimeMs < newest) await build({ logLevel: 'warn' })
