import { globSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, test } from 'vitest'
import { settingsOf } from '../backend/entry/aws/settings.ts'
import { parseTemplate } from '../infra/template/parse-template.ts'
import { blocksOf } from './documents.ts'

const { Parameters = {}, Resources } = parseTemplate(readFileSync('infra/template.yaml', 'utf8'))
const [deployment = '', runbook = '', checklist = '', example = '', everySetting = ''] = [
  'DEPLOYMENT.md',
  'RUNBOOK.md',
  'PRODUCTION_CHECKLIST.md',
  '.env.production.example',
  '.env.example',
].map((path) => readFileSync(path, 'utf8'))

/** What the first cells of a document's tables name as code. */
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| `(\w+)` \| ([^|]*) \|/gmu)].map(([, name = '', second = '']) => ({ name, second }))
const settingsIn = (text: string) =>
  [...text.matchAll(/^(?:# )?([A-Z]\w*)=(.*)$/gmu)].map(([, name = '', value = '']) => ({ name, value }))
const named = (id: string) => Object.keys(Resources).filter((name) => Resources[name]?.Type === id)

test('every alarm of the template has its row in the runbook, and no other has', () => {
  const [, alarms = ''] = runbook.split('## Alarms')
  const [rows = ''] = alarms.split('\n## ')
  expect(rowsOf(rows).map(({ name }) => name)).toEqual(named('AWS::CloudWatch::Alarm'))
})

test('alarms that count tell in the runbook from how many on they are given', () => {
  const counting = Object.entries(Resources).flatMap(([name, { Properties: alarm = {} }]) =>
    alarm['Statistic'] === 'Sum' && alarm['ComparisonOperator'] === 'GreaterThanThreshold'
      ? [{ name, words: `more than ${String(alarm['Threshold'])} ` }]
      : [],
  )
  expect(counting.length).toBeGreaterThan(10)
  const told = new Map(rowsOf(runbook).map(({ name, second }) => [name, second]))
  expect(counting.filter(({ name, words }) => told.get(name)?.includes(words) !== true)).toEqual([])
})

test('every parameter of the template is told with its default', () => {
  const rows = rowsOf(deployment).filter(({ name }) => name in Parameters)
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(Parameters))
  for (const { name, second } of rows) {
    const usual = String(Parameters[name]?.['Default'])
    expect(`${name} ${second.replaceAll('`', '')}`).toBe(`${name} ${usual === '' ? 'none' : usual}`)
  }
})

test('everything that outlives the stack is named where it is cleaned up', () => {
  const kept = Object.keys(Resources).filter((name) => Resources[name]?.['DeletionPolicy'] === 'RetainExceptOnCreate')
  const [, cleaning = ''] = deployment.split('## Cleaning up')
  expect(kept).toHaveLength(3)
  expect(kept.filter((name) => !cleaning.includes(`\`${name}\``))).toEqual([])
})

test('every line of .env.production.example is a setting or a parameter, and every parameter has one', () => {
  const known = settingsIn(everySetting).map(({ name }) => name)
  const lines = settingsIn(example)
  const stack = lines.flatMap(({ name }) => (name.startsWith('STACK_') ? [name.slice('STACK_'.length)] : []))
  expect(stack.toSorted()).toEqual(Object.keys(Parameters).toSorted())
  const others = lines.map(({ name }) => name).filter((name) => !name.startsWith('STACK_'))
  expect(others.length).toBeGreaterThan(20)
  expect(others.filter((name) => !known.includes(name))).toEqual([])
})

test('what .env.production.example shows for a parameter is the default', () => {
  const shown = settingsIn(example).filter(({ name, value }) => name.startsWith('STACK_') && value !== '')
  for (const { name, value } of shown)
    expect(`${name}=${value}`).toBe(`${name}=${String(Parameters[name.slice('STACK_'.length)]?.['Default'])}`)
})

test('.env.production.example may be deployed as it is, and with every line that has a value', () => {
  const env = { AWS_REGION: 'us-east-1' }
  const without = settingsIn(example).filter(({ name, value }) => !name.startsWith('STACK_') && value !== '')
  // They want a key, which is nobody's.
  const wanting = ['MODERATION', 'MODEL_COUNT', 'MODEL_1_NAME']
  const values = parseEnv(
    without
      .filter(({ name }) => !wanting.includes(name))
      .map(({ name, value }) => `${name}=${value}`)
      .join('\n'),
  )
  expect(parseEnv(example)).toEqual({})
  expect(settingsOf('{}', env).all).toEqual([])
  const keys = { AWS_ACCESS_KEY_ID: 'role', AWS_SECRET_ACCESS_KEY: 'role' }
  expect(settingsOf(JSON.stringify(values), { ...env, ...keys }).all).toEqual([])
})

test('commands name logs and resources that are there', () => {
  const shell = [deployment, runbook, checklist].flatMap(blocksOf).map(({ text }) => text)
  const logs = [...shell.join('\n').matchAll(/\/pixel-prompt\/(?:\$STACK|pixel-prompt)\/(\w+)/gu)].map(
    ([, name]) => name,
  )
  expect(logs.length).toBeGreaterThan(1)
  expect(logs.filter((name) => !['api', 'files', 'worker', 'sweeper'].includes(name ?? ''))).toEqual([])
})

test('the region is said once, and no command but those for certificates names another', () => {
  for (const text of [deployment, checklist]) {
    expect(text.search(/^export .*AWS_REGION=/mu)).toBeGreaterThan(-1)
    const named = [...text.matchAll(/.*--region (?=\S)(?!R\b).*/gu)].map(([line]) => line)
    expect(named.filter((line) => !/aws acm .*--region us-east-1/u.test(line))).toEqual([])
  }
})

test('whoever asks the doctor about a fresh clone has built the page before', () => {
  for (const text of [deployment, checklist])
    for (const [line] of text.matchAll(/.*`npm ci`.*`npm run doctor`.*/gu)) expect(line).toContain('`npm run build`')
})

test('every output of the stack that a command asks for is one', () => {
  const { Outputs = {} } = parseTemplate(readFileSync('infra/template.yaml', 'utf8'))
  const asked = [...`${runbook}${checklist}`.matchAll(/\$\(out (\w+)\)/gu)].map(([, name = '']) => name)
  expect(asked.length).toBeGreaterThan(5)
  expect(asked.filter((name) => !(name in Outputs))).toEqual([])
})

test('every finding of the doctor that is named as looking at something is one of its sentences', () => {
  const sources = globSync('infra/{doctor,cloud}/*.ts').map((path) => readFileSync(path, 'utf8'))
  const sentences = sources.join('\n').replaceAll(/\$\{[^}]*\}/gu, '…')
  const [, proven = ''] = deployment.split('## What is proven here')
  const cells = proven.split('\n').map((row) => row.split('|').at(-2) ?? '')
  const findings = cells.flatMap((cell) => [...cell.matchAll(/“([^”]+)”/gu)].map(([, finding = '']) => finding))
  expect(findings.length).toBeGreaterThan(15)
  // What no finding shows says so.
  expect(cells.slice(4, -1).filter((cell) => !/“|nothing/u.test(cell))).toEqual([])
  expect(findings.filter((finding) => !sentences.includes(finding))).toEqual([])
})
