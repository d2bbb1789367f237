import { generatePage } from './ui/first-paint.ts'
import { showTheme, storedTheme } from './ui/chosen-theme.ts'
import './ui/page.css'

// Runs before the first paint, so it stays small. Everything else is fetched meanwhile, and run after that paint.
showTheme(storedTheme())
if (location.pathname === '/') headGeneratePage()
if (document.hidden) start()
else requestAnimationFrame(() => setTimeout(start))

function start(): void {
  void import('./start.tsx')
}

/** Shows, in its place, what the page will show there. */
function headGeneratePage(): void {
  const heading = document.querySelector('h1')
  if (!heading?.parentElement) return
  heading.parentElement.className = generatePage.look
  heading.className = generatePage.headingLook
  heading.textContent = generatePage.heading
}
