import { releaseStore } from '../deploy/release-store.ts'
import { bad, good } from '../cloud/finding.ts'
import { outputOf } from '../cloud/stack.ts'
import type { Check } from './check.ts'
import type { DeployedDeps } from './deployed-deps.ts'

export const stackStatus: Check<DeployedDeps> = {
  name: 'The stack',
  async look({ stack, name, services }) {
    const title = `The stack ${name} is ${stack.status}`
    const status = /^(?:CREATE|UPDATE|IMPORT)_COMPLETE$/u.test(stack.status)
      ? good(title)
      : stack.status.endsWith('_IN_PROGRESS')
        ? bad(title, 'Wait until that is over, then type npm run doctor again.')
        : bad(title, 'Type npm run deploy, which says what it needs to go on.')
    return [status, await release(services.s3, outputOf(stack, 'ImagesBucket'))]
  },
}

async function release(s3: DeployedDeps['services']['s3'], bucket: string) {
  const store = releaseStore(s3, bucket)
  const [current, unfinished] = await Promise.all([store.current(), store.unfinished()])
  if (unfinished !== undefined)
    return bad(
      `What was begun ${unfinished.startedAt} stopped after ${unfinished.after}`,
      'Type npm run deploy to go on, or npm run deploy -- --rollback to have the last release again.',
    )
  return current === undefined
    ? bad('No release was ever finished', 'Type npm run deploy.')
    : good(`The release ${current.id} (${current.commit}) runs`)
}
