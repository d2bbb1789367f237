import type { CreateTokenRequest } from '../../contract/token.ts'
import { scopes } from './token-words.ts'

export const lifetimes = [
  { days: 30, name: '30 days' },
  { days: 90, name: '90 days' },
  { days: 365, name: 'a year' },
  { days: undefined, name: 'until it is revoked' },
] as const

/** What the form asks for. The name may be empty. */
export function readTokenForm(form: FormData): CreateTokenRequest {
  const days = Number(form.get('days'))
  const name = form.get('name')
  return {
    name: typeof name === 'string' ? name.trim() : '',
    scopes: scopes.map(({ scope }) => scope).filter((scope) => form.has(scope)),
    ...(days > 0 && { expiresInDays: days }),
  }
}
