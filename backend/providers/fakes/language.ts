import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import * as z from 'zod/mini'

// Language models and moderation, as their pages describe them on 2026-11-22:
// https://platform.openai.com/docs/api-reference/chat/create, https://ai.google.dev/api/generate-content,
// https://platform.openai.com/docs/api-reference/moderations/create.

const Message = z.strictObject({ role: z.enum(['system', 'developer', 'user']), content: z.string() })
const Schema = z.strictObject({
  name: z.string(),
  schema: z.record(z.string(), z.unknown()),
  strict: z.optional(z.boolean()),
})
const Chat = z.strictObject({
  model: z.string(),
  messages: z.tuple([Message, Message]),
  max_tokens: z.optional(z.int()),
  max_completion_tokens: z.optional(z.int()),
  response_format: z.union([
    z.strictObject({ type: z.literal('json_object') }),
    z.strictObject({ type: z.literal('json_schema'), json_schema: Schema }),
  ]),
})
const Part = z.strictObject({ text: z.string() })
const Gemini = z.strictObject({
  contents: z.tuple([z.strictObject({ role: z.literal('user'), parts: z.tuple([Part]) })]),
  systemInstruction: z.strictObject({ parts: z.tuple([Part]) }),
  generationConfig: z.strictObject({
    maxOutputTokens: z.int(),
    responseMimeType: z.literal('application/json'),
    responseJsonSchema: z.record(z.string(), z.unknown()),
  }),
})
const Moderations = z.strictObject({ model: z.literal('omni-moderation-latest'), input: z.string() })

type Answer = { status: number; body: unknown; headers?: Record<string, string> }

/** What it writes of a prompt, or an answer of another kind; undefined: none, ever. */
type Next = ((prompt: string) => string) | Answer | undefined

export type FakeLanguage = {
  /** Behind it `/v1` or `/v1beta`. */
  origin: string
  /** The prompts that were asked about, the oldest first, and the keys that came with them. */
  asked: string[]
  keys: (string | undefined)[]
  /** From now on. */
  write(next: Next): void
  /** What moderation says from now on: the categories that apply. */
  flag(categories: Record<string, number>): void
  close(): Promise<void>
}

const twoVersions = (prompt: string) =>
  JSON.stringify({ short: `${prompt}, oil on canvas`, long: `${prompt}, painted in oil on canvas, in low warm light` })

/** Writes two versions of any prompt unless it is told otherwise, and refuses what the pages do not know. */
export async function startFakeLanguage(): Promise<FakeLanguage> {
  let next: Next = twoVersions
  let flags: Record<string, number> = {}
  const asked: string[] = []
  const keys: (string | undefined)[] = []

  const chat = (body: z.infer<typeof Chat>) => {
    const text = written(body.messages[1].content)
    return typeof text !== 'string'
      ? text
      : {
          status: 200,
          body: {
            id: 'c1',
            object: 'chat.completion',
            created: 1,
            model: body.model,
            choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
            usage: { prompt_tokens: 90, completion_tokens: 120, total_tokens: 210 },
          },
        }
  }
  const gemini = (body: z.infer<typeof Gemini>) => {
    const text = written(body.contents[0].parts[0].text)
    return typeof text !== 'string'
      ? text
      : {
          status: 200,
          body: {
            candidates: [{ content: { role: 'model', parts: [{ text }] }, finishReason: 'STOP', index: 0 }],
            usageMetadata: { promptTokenCount: 90, candidatesTokenCount: 120, totalTokenCount: 210 },
          },
        }
  }
  const written = (data: string): string | Answer | undefined => {
    const { prompt } = z.strictObject({ prompt: z.string() }).parse(JSON.parse(data))
    asked.push(prompt)
    return typeof next === 'function' ? next(prompt) : next
  }
  const moderations = ({ input }: z.infer<typeof Moderations>): Answer | undefined => {
    asked.push(input)
    if (next === undefined || typeof next !== 'function') return next
    const categories = Object.fromEntries(Object.keys(flags).map((name) => [name, true]))
    const result = {
      flagged: Object.keys(flags).length > 0,
      categories: { ...categories, harassment: false },
      category_scores: { ...flags, harassment: 0.9 },
    }
    return { status: 200, body: { id: 'modr-1', model: 'omni-moderation-latest', results: [result] } }
  }

  const reply = async (request: IncomingMessage): Promise<Answer | undefined> => {
    const body: unknown = await json(request)
    keys.push(request.headers.authorization ?? request.headers['x-goog-api-key']?.toString())
    if (request.url === '/v1/chat/completions') return chat(Chat.parse(body))
    if (request.url === '/v1/moderations') return moderations(Moderations.parse(body))
    if (request.url?.endsWith(':generateContent')) return gemini(Gemini.parse(body))
    return { status: 404, body: { error: { message: `Invalid URL (${request.url})` } } }
  }

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const answer = await reply(request).catch((error: unknown): Answer => ({
      status: 400,
      body: { error: { message: String(error), code: 'unknown_parameter' } },
    }))
    if (answer === undefined) return
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
    response.end(JSON.stringify(answer.body))
  }

  const server = createServer((request, response) => void serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  return {
    origin: `http://127.0.0.1:${typeof bound === 'string' ? bound : bound?.port}`,
    asked,
    keys,
    write: (given) => void (next = given),
    flag: (categories) => void (flags = categories),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
