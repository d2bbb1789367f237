import { jobStoreContract } from '../job-store-contract-suite.ts'
import { openForTest } from './test-storage.ts'

jobStoreContract(async () => openForTest().jobs)
