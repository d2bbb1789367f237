import { expect, test } from 'vitest'
import { noon } from '../contract-suite/samples.ts'
import { switchesContract } from '../switches-contract-suite.ts'
import { openLocalStorage } from './open-local-storage.ts'
import { openForTest, temporaryFolder } from './test-storage.ts'

switchesContract(async () => openForTest().switches)

test('what was switched off stays off when the server starts again', async () => {
  const dataDir = temporaryFolder()
  const first = openLocalStorage({ dataDir })
  await first.switches.set('red', { on: false, at: noon })
  first.close()
  expect(await openForTest(dataDir).switches.off()).toEqual(new Map([['red', noon]]))
})
