import { sharesContract } from '../shares-contract-suite.ts'
import { tableItems } from './items.ts'
import { dynamoJobs } from './job-store.ts'
import { dynamoShares } from './shares.ts'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()

sharesContract(async () => {
  const { table, resources } = await stack()
  const items = tableItems(table, resources['Table'] ?? '')
  return { jobs: dynamoJobs(items), shares: dynamoShares(items) }
})
