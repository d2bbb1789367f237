import * as z from 'zod/mini'
import { IsoTime, MicroUsd, ModelId } from './primitives.ts'
import { TaskErrorCode } from './task-error.ts'

const budget = z.nullable(MicroUsd)

/** What counts as spent: settled, or promised to results that have not ended. */
const spent = {
  settledMicroUsd: MicroUsd,
  openMicroUsd: MicroUsd,
  /** The part of `settledMicroUsd` that the provider may not have charged. */
  uncertainMicroUsd: MicroUsd,
}

/** What was spent in this UTC month. A budget of `null` is none. */
export const SpendReply = z.object({
  at: IsoTime,
  today: z.object({ ...spent, budgetMicroUsd: budget }),
  month: z.object({ ...spent, budgetMicroUsd: budget, forecastMicroUsd: MicroUsd }),
  /** Every day of the month up to today. */
  days: z.array(z.object({ day: z.iso.date(), ...spent })),
  /** Every configured model, and others of which money was spent. */
  models: z.array(
    z.object({
      model: ModelId,
      name: z.string(),
      todayMicroUsd: MicroUsd,
      monthMicroUsd: MicroUsd,
      dailyBudgetMicroUsd: budget,
    }),
  ),
})
export type SpendReply = z.infer<typeof SpendReply>

/** Which models are switched on; those that cannot be used at all, such as retired ones, are not named. */
export const SwitchesReply = z.object({
  switches: z.array(z.object({ model: ModelId, name: z.string(), on: z.boolean(), offSince: z.optional(IsoTime) })),
})
export type SwitchesReply = z.infer<typeof SwitchesReply>

export const SwitchRequest = z.strictObject({ model: ModelId, on: z.boolean() })
export type SwitchRequest = z.infer<typeof SwitchRequest>

/** Tasks that wait and run, and what went wrong in the last hour. */
export const ActivityReply = z.object({
  pending: z.int().check(z.nonnegative()),
  running: z.int().check(z.nonnegative()),
  waitingSince: z.optional(IsoTime),
  faults: z.array(
    z.object({ model: ModelId, name: z.string(), code: TaskErrorCode, count: z.int().check(z.positive()) }),
  ),
})
export type ActivityReply = z.infer<typeof ActivityReply>
