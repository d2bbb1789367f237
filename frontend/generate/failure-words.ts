import type { TaskErrorCode } from '../../contract/task-error.ts'

/** What happened, in one breath; the server's sentence says more. */
export const failureWords = {
  auth: 'The provider did not accept the key',
  rate_limited: 'The provider asks to wait',
  content_policy: 'The provider refused this prompt',
  retired_model: 'This model is retired',
  bad_parameter: 'The provider did not accept a setting',
  timeout: 'It took too long',
  unavailable: 'The provider could not be reached',
  invalid_image: 'What came back was not a picture',
  interrupted: 'It was cut off on the way',
  internal: 'Something went wrong on our side',
} as const satisfies Record<TaskErrorCode, string>
