/** What is wrong with one field, below it; read out when it appears. */
export function FieldFault({ id, fault }: { id: string; fault: string | undefined }) {
  return (
    <p id={id} role="alert" className={fault ? 'scroll-my-24 px-1 pt-2 text-sm text-rose' : undefined}>
      {fault}
    </p>
  )
}
