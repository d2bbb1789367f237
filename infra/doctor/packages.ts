import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { bad, good } from '../cloud/finding.ts'
import type { Check } from './check.ts'
import type { LocalDeps } from './local-deps.ts'

const Lock = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), optional: z.boolean().optional() })),
})

export const packages: Check<Pick<LocalDeps, 'folder'>> = {
  name: 'The packages',
  async look({ folder }) {
    const read = async (path: string) => Lock.parse(JSON.parse(await readFile(join(folder, path), 'utf8')))
    const locked = await read('package-lock.json')
    const installed = await read('node_modules/.package-lock.json').catch(() => undefined)
    if (installed === undefined) return [bad('No packages are installed', 'Type npm ci.')]
    const others = Object.entries(locked.packages).filter(
      ([path, { version, optional }]) =>
        path !== '' && optional !== true && installed.packages[path]?.version !== version,
    )
    return others.length === 0
      ? [good('The packages are installed as the lock file has them')]
      : [bad(`${others.length} packages are not as the lock file has them`, 'Type npm ci.')]
  },
}
