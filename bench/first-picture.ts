import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Benchmark } from './benchmark.ts'
import { newcomer } from './newcomer.ts'
import { median } from './quantile.ts'

export const firstPicture: Benchmark = {
  name: 'first-picture',
  how:
    '`git clone`, `npm ci` with an empty cache and `npm start` without keys, to the first thumbnail fetched; then `npm start` again, ' +
    'installed and built, to the page answered',
  minutes: 10,
  async run({ quick }) {
    const folder = mkdtempSync(join(tmpdir(), 'pixel-prompt-clone-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    const clonedAt = performance.now()
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', process.cwd(), join(folder, 'clone')])
    const person = newcomer({ clone: join(folder, 'clone'), npmCache: join(folder, 'npm-cache') })
    await person.run('npm', ['ci'])
    const installedSeconds = (performance.now() - clonedAt) / 1000
    const first = await person.start()
    const fresh = { ...first, pictureSeconds: (performance.now() - clonedAt) / 1000 }
    const again = []
    for (let round = 0; round < (quick ? 1 : 5); round += 1) again.push(await person.start())
    const ready = again.map(({ readySeconds }) => readySeconds)
    const note = `of which ${installedSeconds.toFixed(1)} s for npm ci, ${fresh.readySeconds.toFixed(1)} s for the first start with its build`
    return [
      { what: 'clone to first picture', value: fresh.pictureSeconds, unit: 's', bar: { below: 90 }, note },
      {
        what: 'start again, to the page answered',
        value: median(ready),
        unit: 's',
        bar: { below: 3 },
        note: `median of ${ready.length}, worst ${Math.max(...ready).toFixed(2)} s`,
      },
      { what: 'start again, to the first picture', value: median(again.map((one) => one.pictureSeconds)), unit: 's' },
    ]
  },
}
