import { startTransition, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { sendLog } from './api.ts'
import { App } from './app.tsx'
import { addRunsOf } from './generate/runs.ts'
import { reportFaults } from './ui/fault-log.ts'

reportFaults(sendLog)
addRunsOf(location.search)

const root = document.querySelector('#root')
if (root) {
  const page = (
    <StrictMode>
      <App />
    </StrictMode>
  )
  // As a transition React works in short slices, so that a slow phone can already scroll and type.
  startTransition(() => createRoot(root).render(page))
}
