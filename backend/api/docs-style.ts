export const docsStyle = `:root {
  color-scheme: dark light;
  --paper: #141216; --card: #1d1a21; --line: #37313f; --ink: #f4f1f7; --soft: #bcb4c8;
  --purple: #bda4ff; --rose: #f7a3bb; --sage: #a9d2b1;
}
@media (prefers-color-scheme: light) {
  :root {
    --paper: #f6f2f4; --card: #fffdfe; --line: #e0d6e6; --ink: #231d2b; --soft: #574e63;
    --purple: #5f30c4; --rose: #a3264f; --sage: #2b6440;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; max-width: 78rem; padding: 0 1.25rem 6rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere;
}
a { color: var(--purple); text-underline-offset: 0.2em; }
:focus-visible { outline: 2px solid var(--rose); outline-offset: 3px; border-radius: 4px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--card); }
header { padding: 1.25rem 0 1.5rem; max-width: 46rem; }
.top { margin: 0 0 2.5rem; }
.top a { display: inline-flex; align-items: center; gap: 0.35em; min-height: 2.75rem; color: var(--ink); font: 900 1.3rem/1 'Arial Black', system-ui, sans-serif; text-decoration: none; }
.top span { color: var(--purple); }
h1 { margin: 0; font-size: clamp(2rem, 6vw, 3.25rem); line-height: 1.1; letter-spacing: -0.03em; }
h1 span { color: var(--purple); }
header p { color: var(--soft); margin: 0.9rem 0 0; }
h2 { margin: 0; font-size: 1.15rem; line-height: 1.4; }
h3, caption { margin: 1.25rem 0 0.35rem; font: 400 0.75rem/1.6 system-ui, sans-serif; letter-spacing: 0.08em; text-transform: uppercase; text-align: left; color: var(--soft); }
h3[id] { margin-top: 2.5rem; font-size: 1rem; font-weight: 700; letter-spacing: 0; text-transform: none; color: var(--purple); }
small { color: var(--soft); white-space: nowrap; }
.columns { display: grid; gap: 2rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav a { display: block; padding: 0.3rem 0.5rem; min-height: 2.75rem; align-content: center; border-radius: 12px; color: var(--soft); text-decoration: none; font-size: 0.85rem; }
nav a:hover { background: var(--card); color: var(--ink); }
main { min-width: 0; }
section { padding: 1.5rem; margin-bottom: 1.25rem; background: var(--card); border-radius: 24px; }
section > p { margin: 0.5rem 0 0; color: var(--soft); max-width: 46rem; }
b { font: 700 0.75rem/1 ui-monospace, monospace; letter-spacing: 0.04em; color: var(--sage); }
b.POST { color: var(--purple); }
b.DELETE { color: var(--rose); }
code, pre { font-family: ui-monospace, monospace; font-size: 0.875em; }
pre { margin: 0; padding: 0.9rem 1rem; background: var(--paper); border-radius: 12px; white-space: pre-wrap; }
table { width: 100%; margin-top: 0.5rem; border-collapse: collapse; font-size: 0.9rem; }
th, td { padding: 0.45rem 0.75rem 0.45rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--line); font-weight: 400; }
thead th { border-top: 0; padding-block: 0; position: absolute; clip-path: inset(50%); }
th { width: 15rem; }
.codes { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0; padding: 0; list-style: none; font-size: 0.9rem; }
section > p + pre { margin-top: 1.25rem; }
@media (max-width: 40rem) {
  section { padding: 1rem; }
  th { width: 40%; }
  small { display: block; }
}
@media (min-width: 64rem) {
  .columns { grid-template-columns: 17rem minmax(0, 1fr); }
  nav { position: sticky; top: 1rem; align-self: start; max-height: calc(100vh - 2rem); overflow: auto; }
  nav a { min-height: 0; }
}
`
