import type { SpendReply } from '../../contract/operator.ts'

export type Day = SpendReply['days'][number]

/** What is promised counts. */
export const spentOn = ({ settledMicroUsd, openMicroUsd }: Day): number => settledMicroUsd + openMicroUsd

/** `12 Nov` */
export const dayInWords = ({ day }: Day): string =>
  new Date(day).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
