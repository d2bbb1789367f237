/** Ends a command. Its message is a whole sentence for whoever typed it, and says what to type next. */
export class CommandFault extends Error {}

/** What AWS calls a failure: `AccessDenied`, `ValidationError`. */
export const awsName = (error: unknown): string => (error instanceof Error ? error.name : 'Error')

export const inWords = (error: unknown): string =>
  error instanceof CommandFault
    ? error.message
    : error instanceof Error
      ? [error.name, error.message].filter((part) => part !== '' && part !== 'Error').join(': ')
      : String(error)
