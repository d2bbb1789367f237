import { awsEnvironments } from '../../backend/entry/aws/environment.ts'

/** The variables that each function is given: those that it reads, and one of Node's. */
export const functionEnvironment: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(awsEnvironments).map(([id, { shape }]) => [id, [...Object.keys(shape), 'NODE_OPTIONS']]),
)
