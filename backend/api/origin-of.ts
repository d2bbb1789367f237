import type { VisitorOptions } from '../accounts/visitor.ts'
import type { ApiContext } from './app-deps.ts'

/** Where whoever asks reaches the server: `https://pictures.example.org`. The host is one that the server answers to. */
export function originOf(c: ApiContext, { https }: Pick<VisitorOptions, 'https'>): string {
  return `${https ? 'https' : 'http'}://${c.req.header('host') ?? new URL(c.req.url).host}`
}
