import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { RefusalError } from '../../contract/refusal.ts'
import { usePageTitle } from '../ui/page-title.ts'
import { ActivityPanel } from './activity-panel.tsx'
import { Forbidden } from './forbidden.tsx'
import { ModelsPanel } from './models-panel.tsx'
import { Outdated } from './outdated.tsx'
import { activityQuery, spendQuery, switchesQuery, tokensQuery } from './requests.ts'
import { SpendPanel } from './spend-panel.tsx'
import { TokensPanel } from './tokens-panel.tsx'

/** For whoever runs the server: what it spends, what it may paint, and how it goes. Each part stands without the others. */
export function OperatorPage() {
  usePageTitle('Spending and switches · Pixel Prompt')
  const spend = useQuery(spendQuery)
  const switches = useQuery(switchesQuery)
  const activity = useQuery(activityQuery)
  const tokens = useQuery(tokensQuery)
  const heading = useRef<HTMLHeadingElement>(null)
  // A new screen begins at its top, with its heading read out.
  useEffect(() => heading.current?.focus(), [])
  const refused = [spend, switches, activity, tokens].map(({ error }) => error).find(isForbidden)
  return (
    <main id="content" className="mx-auto min-h-dvh w-full max-w-[96rem] px-4 pt-5 sm:px-8 sm:pt-8">
      <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight outline-none sm:text-3xl">
        Spending and switches
      </h1>
      {refused ? (
        <Forbidden refusal={refused} />
      ) : (
        <>
          <p className="mt-1 mb-6 text-sm text-soft">
            For whoever runs this server. Renewed every ten seconds; days and months are those of UTC.
          </p>
          <div className="flex flex-col gap-4">
            <Outdated parts={{ spending: spend, 'queue and faults': activity, switches, tokens }} />
            <SpendPanel spend={spend} />
            <ActivityPanel activity={activity} />
            <ModelsPanel {...{ spend, switches }} />
            <TokensPanel tokens={tokens} />
          </div>
        </>
      )}
    </main>
  )
}

const isForbidden = (error: Error | null): error is RefusalError =>
  error instanceof RefusalError && (error.code === 'forbidden' || error.code === 'unauthorized')
