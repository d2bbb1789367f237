import { beginLean } from './begin-lean.ts'

beginLean()
// Only now: what would be loaded before would be loaded twice.
await import('./serve-local.ts')
