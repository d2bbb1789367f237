import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild'
import * as z from 'zod'
import { lambdaFunctions } from './lambda-functions.ts'

/** Those that open pictures. */
const withSharp: readonly string[] = ['files', 'worker']

/** Of Lambda as the template asks for it; tests run what is built for their own machine. */
export type Target = { os: string; cpu: string }
const lambdaTarget: Target = { os: 'linux', cpu: 'arm64' }

// Lambda gives a function its credentials in its environment, where the SDK looks first. What it would ask next is left out.
const otherCredentials = ['http', 'ini', 'process', 'sso', 'web-identity'].map(
  (from) => `@aws-sdk/credential-provider-${from}`,
)

const options: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  // What is short is read sooner at a start. Maps would be read then too, and take longer than all of it.
  minify: true,
  // What a provider or a language model needs is loaded when it is first called.
  splitting: true,
  outExtension: { '.js': '.mjs' },
  external: ['sharp', ...otherCredentials],
  // Some packages still ask for others with require.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  logLevel: 'warning',
}

// What language models need has a library in whole of which the rest takes a tenth: in one build all would load all of it.
const language = 'backend/providers/language/ask-language-model.ts'
const languageApart: Plugin = {
  name: 'language-apart',
  setup(building) {
    // oxlint-disable-next-line require-unicode-regexp -- those of esbuild know no such flag
    building.onResolve({ filter: /\/ask-language-model\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './language/index.mjs', external: true } : undefined,
    )
  },
}

/** What is in the bundle of one function, by the files of which it consists. */
export async function bundleFunction(
  name: (typeof lambdaFunctions)[number],
  to: { outdir: string; write: boolean },
): Promise<Metafile> {
  const entryPoints = { index: `backend/entry/lambda-${name}.ts` }
  return (await build({ ...options, ...to, entryPoints, plugins: [languageApart], metafile: true })).metafile
}

/** Builds the functions into `folder`, each complete in a folder of its name, as `sam deploy` uploads it. */
export async function buildLambda(folder: string, target: Target): Promise<void> {
  for (const name of lambdaFunctions) {
    const outdir = join(folder, name)
    rmSync(outdir, { recursive: true, force: true })
    const { outputs } = await bundleFunction(name, { outdir, write: true })
    const asksLanguage = Object.values(outputs).some(({ imports }) =>
      imports.some(({ path }) => path.startsWith('./language/')),
    )
    if (asksLanguage) await build({ ...options, entryPoints: { index: language }, outdir: join(outdir, 'language') })
    if (withSharp.includes(name)) installSharp(outdir, target)
  }
}

/** A library with native parts cannot be bundled: it is installed beside the bundle, as the lock file has it. */
function installSharp(folder: string, { os, cpu }: Target): void {
  mkdirSync(folder, { recursive: true })
  const { packages, ...lock } = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
  const manifest = { private: true, type: 'module', dependencies: { sharp: packages['']?.dependencies?.['sharp'] } }
  const wanted = new Set<string>()
  const want = (name: string) => {
    const path = `node_modules/${name}`
    if (wanted.has(path) || packages[path] === undefined) return
    wanted.add(path)
    const { dependencies, optionalDependencies } = packages[path]
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) want(next)
  }
  want('sharp')
  const isWanted = (path: string) => wanted.has(path) || Array.from(wanted).some((of) => path.startsWith(`${of}/`))
  const locked = Object.fromEntries(Object.entries(packages).filter(([path]) => isWanted(path)))
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages: { '': manifest, ...locked } }))
  const flags = [`--os=${os}`, `--cpu=${cpu}`, '--libc=glibc', '--omit=dev', '--ignore-scripts', '--prefer-offline']
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...flags], {
    cwd: folder,
    stdio: 'inherit',
  })
}

const names = z.record(z.string(), z.string())
const Locked = z.looseObject({ dependencies: z.optional(names), optionalDependencies: z.optional(names) })
const Lock = z.looseObject({ packages: z.record(z.string(), Locked) })

if (import.meta.main) await buildLambda('dist/lambda', lambdaTarget)
