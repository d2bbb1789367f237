import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { bad, good } from '../cloud/finding.ts'
import type { Check } from './check.ts'
import type { LocalDeps } from './local-deps.ts'

export const builtPage: Check<Pick<LocalDeps, 'folder'>> = {
  name: 'The built page',
  async look({ folder }) {
    const built = await stat(join(folder, 'dist/web/index.html')).catch(() => undefined)
    return built === undefined
      ? [bad('The page is not built', 'Type npm run build, or npm start, which builds it first.')]
      : [good(`The page was built ${built.mtime.toISOString()}`)]
  },
}
