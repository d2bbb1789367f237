/** The words for which something was refused, as they were written. */
export function BecauseOf({ matches }: { matches: readonly string[] }) {
  if (matches.length === 0) return null
  return <p className="mt-1">Because of: {matches.map((match) => `“${match}”`).join(', ')}</p>
}
