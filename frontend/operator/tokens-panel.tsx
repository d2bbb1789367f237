import { useState } from 'react'
import type { ApiToken, TokensReply } from '../../contract/token.ts'
import { Button } from '../ui/button.tsx'
import type { Live } from './live.ts'
import { NewToken } from './new-token.tsx'
import { Panel, PanelSkeleton } from './panel.tsx'
import { PartFault } from './part-fault.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { TokenRow } from './token-row.tsx'

/** The tokens with which programs use the server, and the making and revoking of them. */
export function TokensPanel({ tokens }: { tokens: Live<TokensReply> }) {
  const [open, setOpen] = useState<'new' | ApiToken>()
  const close = () => setOpen(undefined)
  if (!tokens.data) return tokens.error ? <PartFault title="Tokens" of={tokens} /> : <PanelSkeleton className="h-40" />
  const kept = tokens.data.tokens
  return (
    <Panel title="Tokens">
      <p className="mt-1 text-sm text-soft">
        With a token a program uses this server without a password. It has a gallery of its own and does nothing of the
        operator’s.
      </p>
      {kept.length > 0 && (
        <ul className="mt-3 text-sm">
          {kept.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => setOpen(token)} />
          ))}
        </ul>
      )}
      <Button className="mt-4" onClick={() => setOpen('new')}>
        New token
      </Button>
      {open === 'new' && <NewToken onClose={close} />}
      {typeof open === 'object' && <RevokeDialog token={open} onClose={close} />}
    </Panel>
  )
}
