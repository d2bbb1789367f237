import { html } from 'hono/html'
import { cardSize } from '../jobs/share-pictures.ts'
import type { SharedView } from './shared-view.ts'

/** The page of a link, without script: it opens anywhere, and messengers read its card from the head. */
export function sharedPage(view: SharedView) {
  const { url, cardUrl, prompt, isRunning, pictures } = view
  const title = prompt === undefined ? 'Pictures from one prompt' : shortened(prompt, 90)
  const description = describe(view)
  const card =
    pictures.length > 0 &&
    html`<meta property="og:image" content="${cardUrl}" />
      <meta property="og:image:type" content="image/jpeg" />
      <meta property="og:image:width" content="${cardSize.width}" />
      <meta property="og:image:height" content="${cardSize.height}" />
      <meta property="og:image:alt" content="${description}" />
      <meta name="twitter:card" content="summary_large_image" />`
  const head = html`<meta name="description" content="${description}" />
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="Pixel Prompt" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${url}" />
    ${card || ''}`
  return page(
    { title: `${title} · Pixel Prompt`, head },
    html`<h1 class="${prompt === undefined || prompt.length <= 120 ? 'large' : ''}">${prompt ?? title}</h1>
      <p class="about">${description}${isRunning ? ' More are being painted: come back later.' : ''}</p>
      <ul>
        ${pictures.map(
          ({ name, isSketch, seconds, picture, thumbnail, width, height }) =>
            html`<li>
              <figure>
                <a href="${picture}"
                  ><img
                    src="${thumbnail}"
                    width="${width}"
                    height="${height}"
                    loading="lazy"
                    alt="${altWords(name, prompt)}"
                /></a>
                <figcaption>
                  <strong>${name}</strong>
                  <span>${seconds.toFixed(1)} s${isSketch ? ' · sketch, not AI' : ''}</span>
                </figcaption>
              </figure>
            </li>`,
        )}
      </ul>`,
  )
}

/** For a link that leads nowhere, whatever the reason: which it is, is nobody's business. */
export const nothingShared = () =>
  page(
    { title: 'Nothing here · Pixel Prompt', head: '' },
    html`<h1 class="large">This link leads nowhere</h1>
      <p class="about">It has expired, was withdrawn, or is mistyped. Ask whoever sent it for a new one.</p>`,
  )

type Html = ReturnType<typeof html>

const page = ({ title, head }: { title: string; head: Html | '' }, main: Html) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="dark light" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        ${head}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/s/style.css" />
      </head>
      <body>
        <header>
          <a href="/">Pixel <span>Prompt</span></a>
        </header>
        <main>${main}</main>
        <footer>
          <p>One prompt, every image model, side by side. <a href="/">Try a prompt of your own</a></p>
        </footer>
      </body>
    </html>`

function describe({ pictures }: SharedView): string {
  if (pictures.length === 0) return 'No picture has been painted yet.'
  const names = [...new Set(pictures.map(({ name }) => name))]
  const painters = names.length <= 3 ? names.join(', ') : `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`
  return `${pictures.length} ${pictures.length === 1 ? 'picture' : 'pictures'} from one prompt, painted by ${painters}.`
}

const altWords = (name: string, prompt: string | undefined) =>
  prompt === undefined ? `A picture by ${name}` : `${shortened(prompt, 120)}, painted by ${name}`

function shortened(text: string, most: number): string {
  const letters = Array.from(text.replaceAll(/\s+/gu, ' '))
  return letters.length <= most
    ? letters.join('')
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
