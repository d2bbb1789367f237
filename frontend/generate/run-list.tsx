import { Run } from './run.tsx'

/** Newest on top; older ones wait folded. */
export function RunList({ jobIds }: { jobIds: readonly string[] }) {
  return (
    <div className="flex flex-col gap-8">
      {jobIds.map((jobId, place) => (
        <Run key={jobId} jobId={jobId} newest={place === 0} />
      ))}
    </div>
  )
}
