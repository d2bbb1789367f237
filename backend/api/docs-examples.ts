import type { Operation } from './openapi.ts'

/** Shell commands that set the variables which the other examples use. */
export const firstSteps = (origin: string): string =>
  [
    `JOB=$(curl -s ${origin}/api/generate -H 'Content-Type: application/json' \\`,
    `  -d '{"prompt":"a lighthouse in a storm"}' | sed 's/.*"jobId":"\\([^"]*\\)".*/\\1/')`,
    `MODEL=$(curl -s ${origin}/api/models | sed 's/^{"models":\\[{"id":"\\([^"]*\\)".*/\\1/')`,
    `FILE=$(curl -s ${origin}/api/gallery/$JOB | grep -o '[^/"]*-thumb\\.webp' | head -n 1)`,
    `SHARE=$(curl -s ${origin}/api/shares -H 'Content-Type: application/json' \\`,
    `  -d '{"jobId":"'"$JOB"'"}' | sed 's/^{"id":"\\([^"]*\\)".*/\\1/')`,
    `TOKEN_ID=$(curl -s ${origin}/api/tokens | sed 's/^{"tokens":\\[{"id":"\\([^"]*\\)".*/\\1/')`,
  ].join('\n')

/** A command that makes one request, with `$JOB`, `$MODEL` and the like for what a reader has to fill in. */
export function curlCommand(request: { method: string; path: string; operation: Operation; origin: string }): string {
  const { method, path, operation, origin } = request
  const { requestBody, 'x-example-query': query } = operation
  const body = Object.values(requestBody?.content ?? {}).map(({ example }) => JSON.stringify(example))
  const verb = method === 'GET' || body.length > 0 ? '' : `-X ${method} `
  return [
    `curl -s ${verb}"${origin}${fill(path)}${query === undefined ? '' : `?${fill(query)}`}"`,
    // The shell fills in variables only outside of single quotes.
    ...body.map((text) => `-H 'Content-Type: application/json' \\\n  -d '${fill(text, (name) => `'"${name}"'`)}'`),
    ...(path.endsWith('{file}') ? ['-o image.webp'] : []),
  ].join(' ')
}

const fill = (text: string, write = (variable: string) => variable) =>
  Object.entries(variables).reduce((filled, [name, variable]) => filled.replaceAll(name, () => write(variable)), text)

const variables = {
  '{jobId}': '$JOB',
  '{model}': '$MODEL',
  '{file}': '$FILE',
  '{shareId}': '$SHARE',
  '{tokenId}': '$TOKEN_ID',
}
