import type { TaskErrorCode } from '../../contract/task-error.ts'

/** What a provider did, for the one who can do something about it. */
export const faultWords = {
  auth: 'did not accept the key. Check it in the settings.',
  rate_limited: 'asked to wait. Its account may be at a limit.',
  content_policy: 'refused the prompt. That is between visitor and provider.',
  retired_model: 'is retired. Take it out of the settings, or name its successor.',
  bad_parameter: 'did not accept a setting that it was sent.',
  timeout: 'took too long.',
  unavailable: 'could not be reached.',
  invalid_image: 'sent something that is not a picture.',
  interrupted: 'was cut off, perhaps by a restart. It may have been charged.',
  internal: 'failed on our side. The log of the server says why.',
} as const satisfies Record<TaskErrorCode, string>
