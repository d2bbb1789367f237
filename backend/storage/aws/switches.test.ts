import { switchesContract } from '../switches-contract-suite.ts'
import { awsSwitches } from './switches.ts'
import { openItems } from './test-items.ts'

switchesContract(async () => awsSwitches((await openItems()).items))
