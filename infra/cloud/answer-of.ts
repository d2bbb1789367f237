const timeoutMs = 15_000

export type Answer = { ok: boolean; status: number; headers: Headers; text: string }

/** What an address answers. A text says why it does not. */
export async function answerOf(
  ask: typeof fetch,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer | string> {
  try {
    const response = await ask(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
    return { ok: response.ok, status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    // What fetch says itself is "fetch failed"; the reason is behind it.
    const cause = error instanceof Error ? (error.cause ?? error) : error
    return cause instanceof Error ? ('code' in cause ? String(cause.code) : cause.message) : String(cause)
  }
}
