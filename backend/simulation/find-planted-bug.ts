import { registerHooks } from 'node:module'
import { plantedBugs } from './planted-bugs.ts'

// Runs seeds against product code that is changed as it is loaded, until one breaks an invariant; tells it as JSON.
const [, , name = '', seeds = '0'] = process.argv
const bug = plantedBugs.find((each) => each.name === name)
if (!bug) throw new Error(`There is no planted bug ${name}`)
const missing = new Set(bug.patches)

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    const patches = bug.patches.filter(({ file }) => url.endsWith(`/backend/${file}`))
    if (patches.length === 0) return loaded
    let source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source)
    for (const patch of patches) {
      if (!source.includes(patch.text)) throw new Error(`${patch.file} does not say: ${patch.text}`)
      source = source.replaceAll(patch.text, () => patch.instead)
      missing.delete(patch)
    }
    return { ...loaded, source }
  },
})

const { openStore } = await import('./open-store.ts')
const { runSeed } = await import('./run-seed.ts')
for (const { file } of missing) throw new Error(`${file} was not loaded`)

const store = openStore()
for (let seed = 1; seed <= Number(seeds); seed += 1) {
  const { broken } = await runSeed(store, seed)
  if (broken) {
    console.log(JSON.stringify({ seed, ...broken }))
    break
  }
}
