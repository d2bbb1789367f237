import { createRequire } from 'node:module'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'

type Value = { S: string } | { N: string } | { BOOL: boolean } | { NULL: true } | { L: Value[] } | { M: Stored }
type Stored = { [name: string]: Value }
type Plain = Record<string, unknown>
type Answer = (error: { name?: string; message?: string } | null, data?: { Attributes?: Stored }) => void
type Action = (store: object, data: object, answer: Answer) => void
type Validation = { types: object; custom: (data: object) => void }

const dynalite = createRequire(import.meta.url)
const validations = dynalite('dynalite/validations') as {
  checkTypes(data: object, types: object): object
  checkValidations(data: object, types: object, custom: Validation['custom'], store: object): void
}
const actions = Object.fromEntries(
  ['updateItem', 'deleteItem'].map((name) => [
    name,
    {
      run: dynalite(`dynalite/actions/${name}`) as Action,
      rules: dynalite(`dynalite/validations/${name}`) as Validation,
    },
  ]),
)

/**
 * A table in memory, whose expressions are read and carried out by the emulator's own code, at once. When its index
 * of what is due `lags`, each query of a part of it tells how that part was at the query before.
 */
export function tableInMemory({ changed, lags }: { changed: (pk: string) => void; lags: boolean }) {
  const items = new Map<string, Stored>()
  const lagging = new Map<string, Plain[]>()
  let writes = 0

  const keyOf = ({ pk, sk }: Plain) => JSON.stringify([pk, sk])
  const schema = {
    KeySchema: ['pk', 'sk'].map((AttributeName, n) => ({ AttributeName, KeyType: n === 0 ? 'HASH' : 'RANGE' })),
    AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
  }

  const act = (name: 'updateItem' | 'deleteItem', key: Plain, input: object): { Attributes?: Stored } => {
    const action = actions[name]!
    const at = keyOf(key)
    const store = {
      options: { maxItemSize: 409_600 },
      getTable: (_: string, answer: (error: null, table: object) => void) => answer(null, schema),
      getItemDb: () => ({
        lock: (_: string, work: (release: (answer: Answer) => Answer) => void) => work((answer) => answer),
        get(_: string, answer: (error: object | null, item?: Stored) => void) {
          const item = items.get(at)
          return item ? answer(null, item) : answer({ name: 'NotFoundError' })
        },
        put(_: string, item: Stored, answer: () => void) {
          items.set(at, item)
          answer()
        },
        del(_: string, answer: () => void) {
          items.delete(at)
          answer()
        },
      }),
    }
    const data = validations.checkTypes(JSON.parse(JSON.stringify(input)) as object, action.rules.types)
    validations.checkValidations(data, action.rules.types, action.rules.custom, store)
    let made: { Attributes?: Stored } = {}
    action.run(store, data, (error, answer = {}) => {
      if (error) {
        const { message = '' } = error
        if (!message.includes('conditional request failed')) throw Object.assign(new Error(message), { cause: error })
        throw new ConditionalCheckFailedException({ $metadata: { attempts: 1 }, message })
      }
      made = answer
    })
    writes += 1
    changed(String(key['pk']))
    return made
  }

  const all = () => [...items.values()].map(plain)

  const due = (values: Record<string, string | undefined>) => {
    const { ':shard': shard = values[':graves'] ?? '', ':later': later = '~' } = values
    const now = all()
      .filter(({ dueIn, dueAs }) => dueIn === shard && typeof dueAs === 'string')
      .toSorted((a, b) => (String(a['dueAs']) < String(b['dueAs']) ? -1 : 1))
    const before = lagging.get(shard) ?? []
    lagging.set(shard, now)
    return (lags ? before : now).filter(({ dueAs }) => String(dueAs) < later)
  }

  const inPartition = ({ ':pk': pk, ':first': first = '' }: Record<string, string | undefined>) =>
    all()
      .filter((item) => item['pk'] === pk && String(item['sk']) >= first)
      .toSorted((a, b) => (String(a['sk']) < String(b['sk']) ? -1 : 1))

  const send = (command: unknown): unknown => {
    if (command instanceof GetCommand) {
      const item = items.get(keyOf(command.input.Key ?? {}))
      return item && { Item: plain(item) }
    }
    if (command instanceof BatchGetCommand) {
      const [request] = Object.entries(command.input.RequestItems ?? {})
      const [name, { Keys = [] }] = request ?? ['', {}]
      const found = Keys.map((key) => items.get(keyOf(key))).filter((item) => item !== undefined)
      return { Responses: { [name]: found.map(plain) } }
    }
    if (command instanceof QueryCommand) {
      const { IndexName, ScanIndexForward, Limit, ExpressionAttributeValues = {} } = command.input
      if (IndexName === 'due') return { Items: due(ExpressionAttributeValues) }
      const found = inPartition(ExpressionAttributeValues)
      return { Items: (ScanIndexForward === false ? found.toReversed() : found).slice(0, Limit) }
    }
    if (command instanceof UpdateCommand || command instanceof DeleteCommand) {
      const { Key = {}, ExpressionAttributeValues, ...rest } = command.input
      const input = {
        ...rest,
        Key: stored(Key),
        ...(ExpressionAttributeValues && { ExpressionAttributeValues: stored(ExpressionAttributeValues) }),
      }
      const { Attributes } = act(command instanceof UpdateCommand ? 'updateItem' : 'deleteItem', Key, input)
      return Attributes ? { Attributes: plain(Attributes) } : {}
    }
    throw new Error('The table in memory does not know that command')
  }

  const client = (pause: () => Promise<void>) => ({
    async send(command: unknown) {
      if (isOfJobs(command)) await pause()
      return send(command) ?? {}
    },
  })

  return {
    /** Who waits before each request but queries, of which a look at what is due takes many, and what is counted. */
    client: (pause = () => Promise.resolve()) => client(pause) as unknown as DynamoDBDocumentClient,
    all,
    writes: () => writes,
    empty() {
      items.clear()
      lagging.clear()
    },
  }
}

const isOfJobs = (command: unknown) =>
  command instanceof BatchGetCommand ||
  ((command instanceof GetCommand || command instanceof UpdateCommand || command instanceof DeleteCommand) &&
    command.input.Key?.['sk'] === 'JOB')

const stored = (item: object): Stored =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, value]) => (value === undefined ? [] : [[name, storedValue(value)]])),
  )

function storedValue(value: unknown): Value {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (value === null) return { NULL: true }
  return Array.isArray(value) ? { L: value.map(storedValue) } : { M: stored(value as object) }
}

// What is stored is never changed, but replaced.
const known = new WeakMap<Stored, Plain>()

function plain(item: Stored): Plain {
  const seen = known.get(item)
  if (seen) return seen
  const made = Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainValue(value)]))
  known.set(item, made)
  return made
}

function plainValue(value: Value): unknown {
  if ('S' in value) return value.S
  if ('N' in value) return Number(value.N)
  if ('BOOL' in value) return value.BOOL
  if ('L' in value) return value.L.map(plainValue)
  return 'M' in value ? plain(value.M) : null
}
