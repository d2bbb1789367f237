const ofAll = ['STACK_NAME', 'TABLE_NAME', 'IMAGES_BUCKET', 'SETTINGS_SECRET_ARN', 'PUBLIC_URL', 'NODE_OPTIONS']

/** The variables that each function is given. PUBLIC_URL is there when the site has a domain of its own. */
export const functionEnvironment: Readonly<Record<string, readonly string[]>> = {
  Api: [...ofAll, 'TASKS_QUEUE_URL', 'ORIGIN_SECRET_ARNS'],
  Files: [...ofAll, 'ORIGIN_SECRET_ARNS'],
  Worker: [...ofAll, 'TASKS_QUEUE_URL'],
  Sweeper: [...ofAll, 'TASKS_QUEUE_URL'],
}
