import * as z from 'zod'

const Counts = z.object({ moderate: z.number(), high: z.number(), critical: z.number() })
const Audit = z.object({ metadata: z.object({ vulnerabilities: Counts }) })

/**
 * What `npm audit --json` came to, in a line. A registry that does not answer is no fault of ours, but must be seen.
 * `failed`: something that is shipped has a grave hole.
 */
export function auditResult(json: string): { line: string; failed: boolean } {
  const counts = Audit.safeParse(parseJson(json)).data?.metadata.vulnerabilities
  if (counts === undefined) {
    return { line: 'not checked: npm audit, since the package registry does not answer it', failed: false }
  }
  const { moderate, high, critical } = counts
  const line = `npm audit, of what is shipped: ${critical} critical, ${high} high, ${moderate} moderate`
  return { line, failed: critical + high > 0 }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
