export const sharedStyle = `:root {
  color-scheme: dark light;
  --paper: #141216; --card: #1d1a21; --line: #37313f; --ink: #f4f1f7; --soft: #bcb4c8; --purple: #bda4ff; --rose: #f7a3bb;
}
@media (prefers-color-scheme: light) {
  :root {
    --paper: #f6f2f4; --card: #fffdfe; --line: #e0d6e6; --ink: #231d2b; --soft: #574e63; --purple: #5f30c4; --rose: #a3264f;
  }
}
* { box-sizing: border-box; }
body {
  display: flex; flex-direction: column; min-height: 100vh; margin: 0 auto; max-width: 96rem; padding: 0 clamp(1rem, 3vw, 2rem);
  background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere;
}
a { color: var(--purple); text-underline-offset: 0.2em; }
:focus-visible { outline: 2px solid var(--rose); outline-offset: 3px; border-radius: 4px; }
header { padding: 1.25rem 0; }
header a { display: inline-flex; align-items: center; gap: 0.35em; min-height: 2.75rem; color: var(--ink); font: 900 1.3rem/1 'Arial Black', system-ui, sans-serif; text-decoration: none; }
header span { color: var(--purple); }
main { flex: 1; }
h1 { max-width: 60rem; margin: 0.75rem 0 0; font-size: 1.15rem; line-height: 1.35; font-weight: 600; letter-spacing: -0.01em; white-space: pre-line; }
h1.large { font-size: clamp(1.6rem, 4vw, 2.5rem); line-height: 1.15; letter-spacing: -0.02em; }
.about { margin: 0.75rem 0 2rem; color: var(--soft); }
ul { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); align-items: start; margin: 0; padding: 0; list-style: none; }
figure { margin: 0; overflow: hidden; background: var(--card); border-radius: 1.5rem; box-shadow: 0 0 0 1px var(--line); }
figure a { display: block; }
figure a:focus-visible { outline-offset: -4px; border-radius: 1.4rem; }
img { display: block; width: 100%; height: auto; background: var(--line); }
figcaption { display: grid; padding: 0.8rem 1rem 1rem; font-size: 0.9rem; }
figcaption span { color: var(--soft); }
footer { padding: 3rem 0 2rem; color: var(--soft); font-size: 0.9rem; }
footer a { display: inline-flex; align-items: center; min-height: 2.75rem; }
`
