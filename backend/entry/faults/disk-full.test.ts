import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { cards, priceMicroUsd, startProduct } from './test-product.ts'

// A machine may be busy with other work.
vi.setConfig({ testTimeout: 120_000 })

type Disk = { dataDir?: string; fill(pid: number): void; clear(pid: number): void }

const full = 'The disk that holds the data folder is full. Free some disk space.'
const failing = 'The disk that holds the data folder cannot be read or written. Check the disk.'

/** A real disk of a few megabytes, where this process may mount one; else its writes fail as those of a broken disk. */
const disks: [what: string, advice: string, open: () => Disk][] = [
  ...(mayMount() ? [['a full disk', full, smallDisk] as [string, string, () => Disk]] : []),
  ['a disk that takes no write', failing, disobedientDisk],
]

describe.each(disks)('%s in mid-run', (_, advice, open) => {
  test('is told, holds the picture until there is room again, and then everything goes on by itself', async () => {
    const { disk, product } = await fillingUp(open)
    const { jobId } = await product.start('a red boat')
    await expect.poll(product.server.output, soon).toContain('storage unavailable')

    // At once, since a picture is not held for ever.
    const [run, health, refusal] = await Promise.all([
      product.standing(jobId),
      product.health(),
      product.refused('a blue boat'),
    ])
    disk.clear(product.server.pid())

    expect(cards(run)).toEqual(['One in_progress', 'Two pending'])
    const cannotWrite = { ok: false, message: advice }
    expect(health).toMatchObject({
      status: 503,
      parts: { database: cannotWrite, images: cannotWrite, models: { ok: true } },
    })
    expect(refusal).toMatchObject({
      status: 503,
      code: 'unavailable',
      error: `Spending cannot be read and noted now, so nothing that costs money is started. ${advice}`,
      retryAfterSeconds: 5,
    })

    const job = await product.untilEnded(jobId)
    expect(cards(job)).toEqual(['One completed 40000', 'Two completed 40000'])
    expect(await product.files(job)).toEqual([200, 200, 200, 200])
    expect(await product.health()).toMatchObject({ status: 200, ok: true })
    expect((await product.untilEnded((await product.start('a blue boat')).jobId)).status).toBe('completed')
    expect(await product.kept()).toEqual(['a blue boat', 'a red boat'])
    expect(Object.values(product.asked())).toEqual([1, 1, 1, 1])
    const settledMicroUsd = 4 * priceMicroUsd
    expect(await product.spent()).toMatchObject({ settledMicroUsd, openMicroUsd: 0, uncertainMicroUsd: 0 })
  })
})

test('a disk that stays without room costs the picture that came, and says so as soon as that can be written', async () => {
  const [, advice, open] = disks[0]!
  const { disk, product } = await fillingUp(open)
  const { jobId } = await product.start('a red boat')
  await expect.poll(product.server.output, soon).toContain('call failed')
  disk.clear(product.server.pid())
  const job = await product.untilEnded(jobId)
  expect(cards(job)).toEqual([`One error 40000: The picture could not be kept: ${advice}`, 'Two completed 40000'])
  expect(product.asked()).toEqual({ 'One: a red boat': 1, 'Two: a red boat': 1 })
  const settledMicroUsd = 2 * priceMicroUsd
  expect(await product.spent()).toMatchObject({ settledMicroUsd, openMicroUsd: 0, uncertainMicroUsd: 0 })

  await product.retry(jobId, 'one')
  expect(cards(await product.untilEnded(jobId))).toEqual(['One completed 40000', 'Two completed 40000'])
  expect(product.asked()).toEqual({ 'One: a red boat': 2, 'Two: a red boat': 1 })
})

const soon = { timeout: 40_000, interval: 20 }

/** The product with two models, asked one after the other, and a disk that fills up while the first is asked. */
async function fillingUp(open: () => Disk) {
  const disk = open()
  const product = await startProduct({
    models: ['One', 'Two'],
    env: { PROVIDER_CONCURRENCY: '1', ...(disk.dataDir !== undefined && { DATA_DIR: disk.dataDir }) },
    onCall: (count) => count === 1 && disk.fill(product.server.pid()),
  })
  return { disk, product }
}

function mayMount(): boolean {
  try {
    unmount(mount())
    return true
  } catch {
    console.log('No disk may be mounted here, as in most containers: only writes that fail are tested.')
    return false
  }
}

function mount(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pixel-prompt-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=700', 'pixel-prompt', folder], { stdio: 'ignore' })
  return folder
}

function unmount(folder: string): void {
  execFileSync('umount', ['--lazy', folder])
  rmSync(folder, { recursive: true })
}

function smallDisk(): Disk {
  const dataDir = mount()
  onTestFinished(() => unmount(dataDir))
  const ballast = join(dataDir, 'ballast')
  return { dataDir, fill: () => fillUp(ballast), clear: () => rmSync(ballast) }
}

function fillUp(ballast: string): void {
  const file = openSync(ballast, 'w')
  const block = Buffer.alloc(4096)
  try {
    while (writeSync(file, block) === block.length);
  } catch {
    // Full.
  } finally {
    closeSync(file)
  }
}

/** Any disk: the server's process may not write to files, which fails in its middle as on a disk that is broken. */
function disobedientDisk(): Disk {
  const limit = (bytes: string) => (pid: number) => {
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])
  }
  return { fill: limit('0'), clear: limit('unlimited') }
}
