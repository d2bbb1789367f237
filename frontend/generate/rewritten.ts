import type { EnhanceReply } from '../../contract/enhance.ts'

/** What came of asking for a better prompt. */
export type Rewritten = { reply: EnhanceReply } | { error: Error }
