import { tokensContract } from '../tokens-contract-suite.ts'
import { awsTokens } from './tokens.ts'
import { openItems } from './test-items.ts'

tokensContract(async () => awsTokens((await openItems()).items))
