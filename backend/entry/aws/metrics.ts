/** What the sweeper counts once a minute, as CloudWatch is told it; the alarms and the dashboard look at these names. */
export const awsMetrics = {
  namespace: 'PixelPrompt',
  /** Its value is the stack's name. */
  dimension: 'Stack',
  units: {
    SpentTodayMicroUsd: 'None',
    TasksWaiting: 'Count',
    TasksRunning: 'Count',
    OldestWaitingSeconds: 'Seconds',
    /** Since the last minute. */
    TaskErrors: 'Count',
    UnsettledTasks: 'Count',
  },
} as const
