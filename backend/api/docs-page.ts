import { html } from 'hono/html'
import { firstSteps } from './docs-examples.ts'
import { routeSection } from './docs-route.ts'
import { schemaTables } from './docs-schema.ts'
import type { OpenApi } from './openapi.ts'

/** The OpenAPI document as a page for people. `origin`: where the server is reached, for the examples. */
export const docsPage = ({ info, paths, components }: OpenApi, origin: string) => {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="dark light" />
        <title>${info.title} API</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/api/docs.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to the routes</a>
        <header>
          <p class="top">
            <a href="/">← Pixel <span>Prompt</span></a>
          </p>
          <h1>${info.title} <span>API</span></h1>
          <p>${info.description}</p>
          <p>Version ${info.version} · <a href="/api/openapi.json">OpenAPI document</a></p>
        </header>
        <div class="columns">
          <nav aria-label="Routes">
            <ul>
              <li><a href="#first-steps">First steps</a></li>
              ${operations.map(
                ({ method, path, operation }) =>
                  html`<li>
                    <a href="#${operation.operationId}"><b class="${method}">${method}</b> ${path}</a>
                  </li>`,
              )}
              <li><a href="#schemas">Schemas</a></li>
            </ul>
          </nav>
          <main id="main">
            <section aria-labelledby="first-steps">
              <h2 id="first-steps">First steps</h2>
              <p>
                Start a job and keep what the examples below need: its id, the id of a model, and an image once there is
                one. On a laptop nothing else is needed; a server with many visitors wants
                <code>-H "Authorization: Bearer $TOKEN"</code> too, with the value of the cookie
                <code>${components.securitySchemes.cookie.name}</code>.
              </p>
              <pre><code>${firstSteps(origin)}</code></pre>
            </section>
            ${operations.map((operation) => routeSection({ ...operation, origin }))}
            <section aria-labelledby="schemas">
              <h2 id="schemas">Schemas</h2>
              ${Object.entries(components.schemas).map(
                ([name, schema]) =>
                  html`<h3 id="${name}">${name}</h3>
                    ${schemaTables(name, schema)}`,
              )}
            </section>
          </main>
        </div>
      </body>
    </html>`
}
