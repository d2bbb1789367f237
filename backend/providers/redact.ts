/** Takes keys and addresses out of a text that others wrote: the given secrets, and what looks like one. */
export function redact(text: string, secrets: readonly string[]): string {
  // A key of three letters is no secret, and taking it out would tear words apart.
  const known = secrets.filter((secret) => secret.length > 3).toSorted((a, b) => b.length - a.length)
  return known
    .reduce((rest, secret) => rest.replaceAll(secret, '[key]'), text)
    .replaceAll(/\bBearer\s+[\w.~+/=*-]+/giu, 'Bearer [key]')
    .replaceAll(/\b(?:sk|pk|rk)-[\w*-]+/gu, '[key]')
    .replaceAll(/\S*\*{3,}\S*/gu, '[key]')
    .replaceAll(/\b(?:https?|wss?|file):\/\/[^\s"'<>)\]]+/giu, '[address]')
}
