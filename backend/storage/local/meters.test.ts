import { expect, test } from 'vitest'
import { noon } from '../contract-suite/samples.ts'
import { metersContract } from '../meters-contract-suite.ts'
import { openLocalStorage } from './open-local-storage.ts'
import { openForTest, temporaryFolder } from './test-storage.ts'

metersContract(async () => openForTest().meters)

test('what was counted is still counted when the server starts again', async () => {
  const dataDir = temporaryFolder()
  const meter = { key: 'runs', window: 'a day', endsAt: noon + 1 }
  const first = openLocalStorage({ dataDir })
  await first.meters.take(meter, { limit: 1, at: noon })
  first.close()
  expect(await openForTest(dataDir).meters.take(meter, { limit: 1, at: noon })).toEqual({ taken: false, used: 1 })
})
