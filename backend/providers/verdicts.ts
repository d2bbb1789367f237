import type { TaskErrorCode } from '../../contract/task-error.ts'
import { ProviderError } from './provider.ts'

/** What a failure comes to. `message` names the provider; its own words may follow. */
export type Verdict = {
  code: TaskErrorCode
  message: string
  didNoWork: boolean
  retryAfterSeconds?: number | undefined
}

/** The failures that providers tell of, each by one name. `who` is the provider's; `status` that of its answer. */
export const verdicts = {
  refused: (who) => ({
    code: 'content_policy',
    message: `${who} refused the prompt because of its content rules. Try other words.`,
    didNoWork: true,
  }),
  refusedPicture: (who) => ({
    code: 'content_policy',
    message: `${who} made an image and withheld it because of its content rules. It may have charged for it.`,
    didNoWork: false,
  }),
  badKey: (who) => ({
    code: 'auth',
    message: `${who} did not accept the key. Check it in the server's settings.`,
    didNoWork: true,
  }),
  noCredit: (who) => ({
    code: 'auth',
    message: `${who} wants payment first: the account has no credit.`,
    didNoWork: true,
  }),
  notAllowed: (who) => ({
    code: 'auth',
    message: `${who} does not let this key use the model.`,
    didNoWork: true,
  }),
  retired: (who) => ({
    code: 'retired_model',
    message: `${who} does not offer this model, or no longer.`,
    didNoWork: true,
  }),
  nothingThere: (who) => ({
    code: 'unavailable',
    message: `${who} has nothing at this address. Check the base URL in the server's settings.`,
    didNoWork: true,
  }),
  badRequest: (who, status) => ({
    code: 'bad_parameter',
    message: `${who} did not accept the request${inBrackets(status)}.`,
    didNoWork: true,
  }),
  busy: (who) => ({ code: 'rate_limited', message: `${who} is asked too often.`, didNoWork: true }),
  overloaded: (who) => ({ code: 'rate_limited', message: `${who} is overloaded.`, didNoWork: true }),
  tooSlow: (who) => ({
    code: 'timeout',
    message: `${who} took too long. It may have charged for the image.`,
    didNoWork: false,
  }),
  failed: (who, status) => ({
    code: 'unavailable',
    message: `${who} failed${inBrackets(status)}. It may have charged for the image; try again later.`,
    didNoWork: false,
  }),
  /** It says so itself, of a picture that it had taken on. */
  gaveUp: (who) => ({
    code: 'unavailable',
    message: `${who} could not make the image. It may have charged for it; try again.`,
    didNoWork: false,
  }),
  forgotten: (who) => ({
    code: 'unavailable',
    message: `${who} does not know the image any more. It may have charged for it.`,
    didNoWork: false,
  }),
  noImage: (who) => ({
    code: 'invalid_image',
    message: `${who} answered without an image. It may have charged for it.`,
    didNoWork: false,
  }),
} satisfies Record<string, (who: string, status?: number) => Verdict>

const inBrackets = (status: number | undefined) => (status === undefined ? '' : ` (${status})`)

export type VerdictName = keyof typeof verdicts

/** For a failure that an answer tells although its status is one of success. */
export function namedFailure(name: VerdictName, who: string, cause?: unknown): ProviderError {
  const verdict: (who: string, status?: number) => Verdict = verdicts[name]
  const { code, message, didNoWork } = verdict(who)
  return new ProviderError(code, message, { didNoWork, cause })
}
