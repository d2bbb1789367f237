import { type Items, tableItems } from './items.ts'
import { emulatedAws, type TestStack } from './test-stack.ts'

const stack = emulatedAws()

/** The items of an empty table, with the clients that reach it. */
export async function openItems(): Promise<TestStack & { items: Items }> {
  const made = await stack()
  return { ...made, items: tableItems(made.table, made.resources['Table'] ?? '') }
}
