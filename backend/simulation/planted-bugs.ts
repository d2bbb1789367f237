/** A mistake somebody could make: pieces of product code, and what stands there instead. */
export type PlantedBug = { name: string; patches: readonly Patch[] }
/** `file`: below backend/. Each place where the text stands is changed, and there must be one. */
type Patch = { file: string; text: string; instead: string }

const runs = 'storage/local/task-runs.ts'
const wishes = 'storage/local/visitor-wishes.ts'

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'claim without its condition',
    patches: [
      {
        file: runs,
        text: "where ${liveAttempt} and status = 'pending' and ${isDue}",
        instead: 'where ${liveAttempt}',
      },
    ],
  },
  {
    // A lease is of one attempt, so that it names the attempt too.
    name: 'finish without the attempt',
    patches: [
      {
        file: runs,
        text: "where ${anyAttempt} and lease = :lease and (status = 'in_progress'",
        instead:
          "where job = (select seq from jobs where job_id = :jobId) and model = :model and (status = 'in_progress'",
      },
    ],
  },
  {
    name: 'dispatch mark after the call',
    patches: [
      {
        file: 'jobs/enter-call.ts',
        text: 'return mark(deps, run, index)',
        instead: "return mark === undefined ? 'lost' : 'entered'",
      },
      {
        file: 'jobs/make-call.ts',
        text: 'await orAborted(generating, run.signal)',
        instead: `await orAborted(generating, run.signal).finally(() =>
          deps.jobs.markDispatched(run.task, { lease: run.lease, now: deps.now(), call: call.index }))`,
      },
    ],
  },
  {
    name: 'lease token not checked',
    patches: [{ file: runs, text: 'and lease = :lease', instead: '' }],
  },
  {
    name: 'reservation released on a timeout after dispatch',
    patches: [
      {
        file: 'jobs/task-end.ts',
        text: 'sent && !(error',
        instead: 'sent && !(error instanceof DOMException) && !(error',
      },
    ],
  },
  {
    name: 'finish that overwrites an ended result',
    patches: [
      {
        file: runs,
        text: `and lease = :lease and (status = 'in_progress'
       or :status = 'completed' and outcome ->> '$.error.code' = 'interrupted' and billed = 0)`,
        instead: 'and (lease = :lease or lease is null)',
      },
    ],
  },
  {
    name: 'version not raised',
    patches: [{ file: 'storage/local/sweeps.ts', text: 'bump(task.jobId, now)', instead: 'void bump' }],
  },
  {
    name: 'settle twice',
    patches: [
      {
        file: 'storage/local/ledger.ts',
        text: 'and model = :model and closed_at is null',
        instead: 'and model = :model',
      },
    ],
  },
  {
    name: 'dispatched task put back on the queue',
    patches: [
      { file: 'jobs/sweep.ts', text: 'const canGoOn =', instead: 'const canGoOn = true ||' },
      {
        file: 'storage/local/sweeps.ts',
        text: 'started_at = null, ${noLease}',
        instead: 'started_at = null, dispatched = 0, ${noLease}',
      },
      {
        file: 'storage/local/sweeps.ts',
        text: 'and dispatched = (select count(*) from json_each(tickets))',
        instead: '',
      },
    ],
  },
  {
    name: 'cancel that forgets the running task',
    patches: [{ file: wishes, text: 'set cancel_requested = 1', instead: 'set cancel_requested = cancel_requested' }],
  },
  {
    name: 'retry without admission',
    patches: [
      {
        file: 'jobs/retry-task.ts',
        text: 'const { reservation, giveBack: giveTurnBack } = await admit(jobId)',
        instead: 'const { reservation, giveBack: giveTurnBack } = task',
      },
    ],
  },
  {
    name: 'sweeper that skips deleted jobs',
    patches: [
      {
        file: 'jobs/sweep.ts',
        text: "await (due.kind === 'deleted' ? removeDeleted(deps, due) : settleTask(deps, due.task))",
        instead: "if (due.kind === 'unsettled') await settleTask(deps, due.task)",
      },
    ],
  },
  {
    name: 'a bill that does not close the account',
    patches: [{ file: runs, text: "= 'interrupted' and billed = 0", instead: "= 'interrupted'" }],
  },
  {
    name: 'money taken back from a task that may spend it',
    patches: [
      { file: 'jobs/release-orphans.ts', text: 'if (confirmed) continue', instead: '' },
      { file: 'jobs/give-back.ts', text: 'if (await jobs.owes({ jobId, model }, reservation)) return', instead: '' },
    ],
  },
  {
    name: 'a call that is sent although its money is gone',
    patches: [
      { file: 'jobs/enter-call.ts', text: 'await confirmMoney(deps, run)', instead: 'void confirmMoney' },
      { file: 'jobs/give-back.ts', text: 'if (await jobs.owes({ jobId, model }, reservation)) return', instead: '' },
    ],
  },
  {
    name: 'a deleted job that is forgotten while it runs',
    patches: [{ file: 'storage/local/tombstones.ts', text: 'and not ${busy}', instead: '' }],
  },
  {
    name: 'a call with a ticket that is sent again',
    patches: [
      {
        file: 'storage/local/sweeps.ts',
        text: 'started_at = null, ${noLease}',
        instead: "started_at = null, dispatched = 0, tickets = '{}', ${noLease}",
      },
    ],
  },
]
