/** The functions of the product, by the names of their entries: `backend/entry/lambda-<name>.ts` becomes `dist/lambda/<name>`. */
export const lambdaFunctions = ['api', 'files', 'worker', 'sweeper'] as const
