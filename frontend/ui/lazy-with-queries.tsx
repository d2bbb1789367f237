import type { ComponentType } from 'react'
import { lazyPart } from './lazy-part.tsx'

/** A component that is fetched when it is first shown, along with the query cache, which the first screen does without. */
export const lazyWithQueries = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazyPart<P>(async () => {
    const [Shown, { WithQueries }] = await Promise.all([load(), import('./with-queries.tsx')])
    return (props: P) => (
      <WithQueries>
        <Shown {...props} />
      </WithQueries>
    )
  })
