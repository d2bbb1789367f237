import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { noBudgets, partsOf, reserved } from '../contract-suite/ledger/ledger-samples.ts'
import { noon } from '../contract-suite/samples.ts'
import { ledgerContract } from '../ledger-contract-suite.ts'
import { StorageUnavailable } from '../storage.ts'
import { sqliteLedger } from './ledger.ts'
import { openDatabase } from './open-database.ts'
import { openForTest, temporaryFolder } from './test-storage.ts'

ledgerContract(async () => openForTest().ledger)

function openForSurgery() {
  const db = openDatabase(join(temporaryFolder(), 'pixel-prompt.db'))
  onTestFinished(() => db.close())
  return { db, ledger: sqliteLedger(db) }
}

describe('sums that cannot be true', () => {
  const ask = { at: noon, parts: partsOf({ blue: 1 }), budgets: noBudgets }
  const cost = { costMicroUsd: 1, costCertain: true, at: noon }

  test.each([
    ['are negative', 'set reserved = -1', 'does not add up'],
    ['were lost', 'set reserved = 0', 'does not add up'],
    ['settle what was not reserved', 'set settled = 101', 'does not add up'],
    ['are uncertain of more than was settled', 'set uncertain = 50', 'does not add up'],
    ['are no whole numbers', 'set reserved = 0.5', 'does not add up'],
    ['are too large to be counted', 'set reserved = 9007199254740993', 'too large'],
  ])('because they %s, stop whatever would spend; nothing is taken for nothing', async (_, damage, words) => {
    const { db, ledger } = openForSurgery()
    const { red } = await reserved(ledger, { red: 100 }, { at: noon })
    await ledger.settle((await reserved(ledger, { red: 5 }, { at: noon }))['red']!, { ...cost, costMicroUsd: 0 })
    loosen(db)
    db.exec(`update spending ${damage}`)

    await expect(ledger.reserve(ask)).rejects.toThrow(words)
    await expect(ledger.spend(noon)).rejects.toThrow(words)
    await expect(ledger.settle(red!, cost)).rejects.toThrow(words)
    expect(await ledger.open({ before: noon + 1, limit: 5 })).toHaveLength(1)
  })

  test('say what to do', async () => {
    const { db, ledger } = openForSurgery()
    const { red } = await reserved(ledger, { red: 100 }, { at: noon })
    db.exec('delete from spending')
    await expect(ledger.settle(red!, cost)).rejects.toBeInstanceOf(StorageUnavailable)
    await expect(ledger.settle(red!, cost)).rejects.toThrow('Stop the server and restore the folder from a backup.')
    expect(await ledger.spend(noon)).toEqual([])
  })

  test('of another month stop nothing', async () => {
    const { db, ledger } = openForSurgery()
    await reserved(ledger, { red: 100 }, { at: noon })
    db.exec('pragma ignore_check_constraints = on; update spending set reserved = -1')
    const nextYear = Date.UTC(2027, 0, 1)
    await reserved(ledger, { red: 100 }, { at: nextYear })
    expect(await ledger.spend(nextYear)).toHaveLength(1)
  })
})

test('one model twice in one reservation is a mistake, and leaves nothing behind', async () => {
  const { ledger } = openForSurgery()
  const parts = [...partsOf({ red: 1 }), ...partsOf({ red: 2 })]
  await expect(ledger.reserve({ at: noon, parts, budgets: noBudgets })).rejects.toThrow('UNIQUE')
  expect(await ledger.spend(noon)).toEqual([])
})

test.each([-1, 2 ** 53])('%d micro-dollars are a mistake of the caller, not damage', async (microUsd) => {
  const { ledger } = openForSurgery()
  const { red } = await reserved(ledger, { red: 1 }, { at: noon })
  const reserving = ledger.reserve({ at: noon, parts: partsOf({ red: microUsd }), budgets: noBudgets })
  await expect(reserving).rejects.not.toBeInstanceOf(StorageUnavailable)
  const settling = ledger.settle(red!, { costMicroUsd: microUsd, costCertain: true, at: noon })
  await expect(settling).rejects.not.toBeInstanceOf(StorageUnavailable)
})

test('a line of the ledger stays when it is closed, with its day and cost but without its job', async () => {
  const { db, ledger } = openForSurgery()
  const { red, blue } = await reserved(ledger, { red: 100, blue: 5 }, { at: noon, jobId: 'a job' })
  await ledger.confirm(red!)
  expect(db.prepare('select distinct job_id from parts').all()).toEqual([{ job_id: 'a job' }])
  await ledger.settle(red!, { costMicroUsd: 140, costCertain: false, at: noon + 7 })
  await ledger.settle(blue!, { costMicroUsd: 0, costCertain: true, at: noon + 8 })
  const line = { reservation: red!.reservation, job_id: null, day: '2026-11-22', reserved_at: noon }
  expect(db.prepare('select * from parts').all()).toEqual([
    { ...line, model: 'blue', reserved: 5, confirmed: 0, closed_at: noon + 8, settled: 0, certain: 1 },
    { ...line, model: 'red', reserved: 100, confirmed: 1, closed_at: noon + 7, settled: 140, certain: 0 },
  ])
  expect(red!.reservation).toMatch(/^[\w-]{22}$/u)
})

/** Lets the sums hold anything, as a damaged file may. */
function loosen(db: DatabaseSync): void {
  db.exec(`create table loose as select * from spending; drop table spending;
    alter table loose rename to spending; create unique index loose_sums on spending (day, model)`)
}
