import { html } from 'hono/html'
import { curlCommand } from './docs-examples.ts'
import { schemaWords } from './docs-schema.ts'
import { docsTable, type Fragment } from './docs-table.ts'
import type { Operation, Reply } from './openapi.ts'

/** What one route takes and answers, with a command to try it. */
export function routeSection(route: { method: string; path: string; operation: Operation; origin: string }): Fragment {
  const { method, path, operation } = route
  const { operationId, summary, responses } = operation
  const answers = Object.entries(responses).filter(([, reply]) => !isRefusal(reply))
  const refusals = Object.entries(responses).filter(([, reply]) => isRefusal(reply))
  return html`<section aria-labelledby="${operationId}">
    <h2 id="${operationId}"><b class="${method}">${method}</b> <code>${path}</code></h2>
    <p>${summary}.</p>
    ${inputs(operation)} ${docsTable('Answers', ['Status', 'Meaning'], answers.map(answerRow))}
    <h3>Refuses with</h3>
    <ul class="codes">
      ${refusals.map(([status, { description }]) => html`<li>${status} ${inCode(description)}</li>`)}
    </ul>
    <h3>Try it</h3>
    <pre><code>${curlCommand(route)}</code></pre>
  </section>`
}

const isRefusal = ({ content }: Reply) => content?.['application/json']?.schema.$ref?.endsWith('/Refusal') ?? false

function inputs({ parameters, requestBody }: Operation): Fragment {
  const bodies = Object.values(requestBody?.content ?? {})
  const rows = [...parameters, ...bodies.map(({ schema }) => ({ name: 'JSON', in: 'body', required: true, schema }))]
  if (rows.length === 0) return ''
  const named = rows.map((row) => [
    html`<code>${row.name}</code> <small>${row.in}${row.required ? '' : ', optional'}</small>`,
    schemaWords(row.schema),
  ])
  return docsTable('Takes', ['Name', 'Value'], named)
}

const answerRow = ([status, { description, headers = {}, content = {} }]: [string, Reply]): Fragment[] => [
  status,
  html`${inCode(description)}
  ${Object.entries(content).map(([type, { schema }]) =>
    type === 'application/json' ? html`<br />JSON: ${schemaWords(schema)}` : html`<br /><code>${type}</code>`,
  )}
  ${Object.entries(headers).map(([name, header]) => html`<br /><code>${name}</code>: ${inCode(header.description)}`)}`,
]

/** Text whose `quoted` parts are shown as code. */
const inCode = (text: string): Fragment =>
  html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`
