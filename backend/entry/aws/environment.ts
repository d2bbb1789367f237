import * as z from 'zod/mini'

const ofAll = {
  TABLE_NAME: z.string(),
  IMAGES_BUCKET: z.string(),
  /** Of the secret whose JSON holds the settings, as an environment would. */
  SETTINGS_SECRET_ARN: z.string(),
  STACK_NAME: z.string(),
  /** Only with a domain of one's own. */
  PUBLIC_URL: z.optional(z.string()),
}
const ofThoseWhoQueue = { TASKS_QUEUE_URL: z.string() }
/** Of the secrets with which CloudFront shows itself, with a comma between. */
const ofThoseBehindCloudFront = { ORIGIN_SECRET_ARNS: z.string() }

/** What the template gives each function beside what Lambda does. Nothing of it is secret. */
export const awsEnvironments = {
  Api: z.object({ ...ofAll, ...ofThoseWhoQueue, ...ofThoseBehindCloudFront }),
  Files: z.object({ ...ofAll, ...ofThoseBehindCloudFront }),
  Worker: z.object({ ...ofAll, ...ofThoseWhoQueue }),
  Sweeper: z.object({ ...ofAll, ...ofThoseWhoQueue }),
}
export type AwsFunction = keyof typeof awsEnvironments

export type AwsEnvironment = z.infer<typeof awsEnvironments.Worker | typeof awsEnvironments.Files> &
  Partial<z.infer<typeof awsEnvironments.Api>>

/** Throws with the names that are missing. */
export function readAwsEnvironment(of: AwsFunction, env: NodeJS.ProcessEnv): AwsEnvironment {
  const { data, error } = awsEnvironments[of].safeParse(env)
  if (data !== undefined) return data
  throw new Error(`The template must set ${error.issues.map(({ path }) => path.join('.')).join(', ')}`)
}
