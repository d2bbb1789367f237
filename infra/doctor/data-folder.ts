import { access, constants, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { bad, good } from '../cloud/finding.ts'
import type { Check } from './check.ts'
import type { LocalDeps } from './local-deps.ts'

export const dataFolder: Check<Pick<LocalDeps, 'env' | 'folder'>> = {
  name: 'The folder of the data',
  async look({ env, folder }) {
    const path = resolve(folder, env['DATA_DIR']?.trim() || 'data')
    const there = await stat(path).catch(() => undefined)
    if (there !== undefined && !there.isDirectory())
      return [bad(`${path} is not a folder`, 'Let DATA_DIR name a folder, or move that file away.')]
    const [nearest, title] =
      there === undefined ? [await nearestOf(dirname(path)), 'can be made'] : [path, 'can be written to']
    return access(nearest, constants.R_OK | constants.W_OK | constants.X_OK).then(
      () => [good(`${path} ${title}`)],
      () => [
        bad(
          `${nearest} cannot be written to`,
          `Type chown -R "$(id -un)" ${nearest}, or let DATA_DIR name another folder.`,
        ),
      ],
    )
  },
}

/** The folder itself, or the first above it that is there. */
async function nearestOf(path: string): Promise<string> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  return isThere || dirname(path) === path ? path : nearestOf(dirname(path))
}
