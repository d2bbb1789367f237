import { jobStoreContract } from '../job-store-contract-suite.ts'
import { tableItems } from './items.ts'
import { dynamoJobs } from './job-store.ts'
import { emulatedAws } from './test-stack.ts'

const stack = emulatedAws()

jobStoreContract(async () => {
  const { table, resources } = await stack()
  return dynamoJobs(tableItems(table, resources['Table'] ?? ''))
})
