// Some releases of packages with native binaries install, yet write a lock file that `npm ci` refuses, because the
// optional packages of other platforms are missing from it. Only the lock file shows it, so it is checked here.
import { readFileSync } from 'node:fs'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const locked = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)))
const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies).flatMap((name) => (locked.has(name) ? [] : [`${path} needs ${name}`])),
)
const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8'))
const scripts = Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
  hasInstallScript && !(path.split('node_modules/').at(-1) in allowScripts) ? [path] : [],
)
const inexact = ['dependencies', 'devDependencies'].flatMap((kind) =>
  Object.entries(packages[''][kind]).flatMap(([name, version]) => (/^\d/.test(version) ? [] : [`${name}@${version}`])),
)
for (const fault of missing)
  console.error(`Missing from the lock file: ${fault}. Pin an older release (see CONTRIBUTING.md).`)
for (const path of scripts)
  console.error(`${path} wants to run an install script; package.json's allowScripts does not name it.`)
for (const name of inexact) console.error(`${name} is not an exact version.`)
process.exitCode = missing.length + scripts.length + inexact.length > 0 ? 1 : 0
