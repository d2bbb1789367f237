import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Fragment = string | HtmlEscapedString | Promise<HtmlEscapedString>

/** The first cell of each row names the row. The heads are for screen readers; the caption is what is seen. */
export const docsTable = (caption: string, heads: string[], rows: Fragment[][]): Fragment =>
  html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
