import type { ApiToken } from '../../contract/token.ts'
import { Button } from '../ui/button.tsx'
import { relativeTime } from '../ui/relative-time.ts'
import { useNow } from '../ui/use-now.ts'
import { scopeWords } from './token-words.ts'

export function TokenRow({ token, onRevoke }: { token: ApiToken; onRevoke: () => void }) {
  const now = useNow(60_000)
  const { name, scopes, lastUsedAt, expiresAt } = token
  const isOver = expiresAt !== undefined && Date.parse(expiresAt) <= now
  return (
    <li className="flex items-center gap-3 border-b border-high/60 py-2 last:border-0">
      <div className="min-w-0 grow">
        <p className="font-medium wrap-anywhere">{name}</p>
        <p className="text-2xs text-soft">
          {scopeWords(scopes)} · {lastUsedAt === undefined ? 'never used' : `used ${relativeTime(lastUsedAt, now)}`} ·{' '}
          <span className={isOver ? 'text-rose' : ''}>{expiryWords(expiresAt, isOver)}</span>
        </p>
      </div>
      <Button look="bare" className="shrink-0" onClick={onRevoke}>
        Revoke <span className="sr-only">{name}</span>
      </Button>
    </li>
  )
}

function expiryWords(expiresAt: string | undefined, isOver: boolean): string {
  if (expiresAt === undefined) return 'until it is revoked'
  const day = new Date(expiresAt).toLocaleDateString('en-GB', { dateStyle: 'medium' })
  return isOver ? `expired on ${day}` : `until ${day}`
}
