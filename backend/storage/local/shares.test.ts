import { sharesContract } from '../shares-contract-suite.ts'
import { openForTest } from './test-storage.ts'

sharesContract(async () => openForTest())
