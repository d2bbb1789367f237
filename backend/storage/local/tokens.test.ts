import { tokensContract } from '../tokens-contract-suite.ts'
import { openForTest } from './test-storage.ts'

tokensContract(async () => openForTest().tokens)
