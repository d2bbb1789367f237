import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb'
import { StorageUnavailable } from '../storage.ts'
import { throttled } from './translate-failure.ts'
import { translated } from './translated.ts'

export type Key = { pk: string; sk: string }
/** As it was read: parse what is kept in it. */
export type Item = Record<string, unknown>

/** Expressions of DynamoDB. `names` by `#name`, `values` by `:value`. */
type Expressions = { names?: Record<string, string>; values?: Record<string, unknown> }
type Projection = Pick<Expressions, 'names'> & { attributes?: string }
export type Change = Expressions & {
  set?: readonly string[]
  add?: readonly string[]
  remove?: readonly string[]
  condition?: string
  /** The map of the item that it is about, so that it is told apart from changes of others. */
  within?: readonly string[]
  /** Of a large item: tell what was set or added alone, not the whole item. */
  tell?: 'changed'
}

/** The items of the table. Every call throws StorageUnavailable when DynamoDB cannot do it. */
export type Items = {
  /** What was written before is seen. */
  get(key: Key, projection?: Projection): Promise<Item | undefined>
  /** Those that are there, in no order, in one request for each hundred; what was written before is seen. */
  getAll(keys: readonly Key[], projection?: Projection): Promise<Item[]>
  /** Changes or makes one item. The item as it is then; undefined when the condition did not hold. */
  update(key: Key, change: Change): Promise<Item | undefined>
  /** False when the condition did not hold. */
  remove(key: Key, condition?: Expressions & { condition: string }): Promise<boolean>
  /** One page. */
  query(
    query: Expressions &
      Pick<QueryCommandInput, 'IndexName' | 'KeyConditionExpression' | 'FilterExpression'> & {
        /** Of them alone; all, if absent. */
        attributes?: string
        ascending?: boolean
        limit?: number
        from?: Key | Item
      },
  ): Promise<{ items: Item[]; next?: Item }>
}

const keysOfBatch = 100
/** An answer is 16 MB at most, which a batch of the largest jobs needs twice; more is a table that is throttled. */
const triesInAll = 6
const againAfterMs = 50

export function tableItems(table: DynamoDBDocumentClient, TableName: string): Items {
  const get = async (Key: Key, projection: Projection = {}) => {
    const command = new GetCommand({ TableName, Key, ConsistentRead: true, ...projected(projection) })
    return (await translated(() => table.send(command))).Item
  }

  const getBatch = async (Keys: Item[], projection: Projection) => {
    const request = { Keys, ConsistentRead: true, ...projected(projection) }
    const { Responses, UnprocessedKeys } = await translated(() =>
      table.send(new BatchGetCommand({ RequestItems: { [TableName]: request } })),
    )
    return { found: Responses?.[TableName] ?? [], left: UnprocessedKeys?.[TableName]?.Keys ?? [] }
  }

  return {
    get,

    async getAll(keys, projection = {}) {
      const all: Item[] = []
      let refused = 0
      for (let wanted: Item[] = keys.map(({ pk, sk }) => ({ pk, sk })); wanted.length > 0;) {
        if (refused === triesInAll) throw new StorageUnavailable(throttled)
        if (refused > 0) await pause(refused * againAfterMs)
        const { found, left } = await getBatch(wanted.slice(0, keysOfBatch), projection)
        all.push(...found)
        wanted = [...wanted.slice(keysOfBatch), ...left]
        refused = left.length > 0 ? refused + 1 : 0
      }
      return all
    },

    async update(Key, { set = [], add = [], remove = [], condition, within = [], tell, ...expressions }) {
      // An answer can be lost after the change was made: the SDK then tries again, in vain, so that nothing is added twice.
      // The mark tells it apart.
      const mark = randomUUID()
      const place = [...within, 'change'].map((name, depth) => [`#change${depth}`, name] as const)
      const path = place.map(([name]) => name).join('.')
      const unmade = `(attribute_not_exists(${path}) OR ${path} <> :change)`
      const clauses = [
        `SET ${[...set, `${path} = :change`].join(', ')}`,
        ...(add.length > 0 ? [`ADD ${add.join(', ')}`] : []),
        ...(remove.length > 0 ? [`REMOVE ${remove.join(', ')}`] : []),
      ]
      const command = new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: clauses.join(' '),
        ConditionExpression: condition === undefined ? unmade : `(${condition}) AND ${unmade}`,
        ExpressionAttributeNames: { ...expressions.names, ...Object.fromEntries(place) },
        ExpressionAttributeValues: { ...expressions.values, ':change': mark },
        ReturnValues: tell === 'changed' ? 'UPDATED_NEW' : 'ALL_NEW',
      })
      try {
        const { Attributes } = await translated(() => table.send(command))
        return Attributes
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
        if ((error.$metadata.attempts ?? 1) === 1) return undefined
        const item = await get(Key)
        return markOf(item, within) === mark ? item : undefined
      }
    },

    async remove(Key, only) {
      const condition = only && { ConditionExpression: only.condition, ...expressionNames(only) }
      const values = only?.values && { ExpressionAttributeValues: only.values }
      try {
        await translated(() => table.send(new DeleteCommand({ TableName, Key, ...condition, ...values })))
        return true
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false
        throw error
      }
    },

    async query({ attributes, ascending = true, limit, from, names, values, ...query }) {
      const { Items = [], LastEvaluatedKey } = await translated(() =>
        table.send(
          new QueryCommand({
            TableName,
            ...query,
            ...expressionNames({ names }),
            ...(attributes !== undefined && { ProjectionExpression: attributes }),
            ...(values && { ExpressionAttributeValues: values }),
            ScanIndexForward: ascending,
            ...(limit !== undefined && { Limit: limit }),
            ...(from && { ExclusiveStartKey: from }),
            // Those of an index cannot be.
            ConsistentRead: query.IndexName === undefined,
          }),
        ),
      )
      return { items: Items, ...(LastEvaluatedKey && { next: LastEvaluatedKey }) }
    },
  }
}

const markOf = (item: unknown, within: readonly string[]): unknown =>
  [...within, 'change'].reduce((part, name) => (isRecord(part) ? part[name] : undefined), item)

const isRecord = (value: unknown): value is Item => typeof value === 'object' && value !== null

const projected = ({ attributes, names }: Projection) =>
  attributes !== undefined && { ProjectionExpression: attributes, ...expressionNames({ names }) }

const expressionNames = ({ names }: { names?: Record<string, string> | undefined }) =>
  names && { ExpressionAttributeNames: names }
