import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { routes } from '../../contract/routes.ts'
import { docsStyle } from './docs-style.ts'
import { openApi } from './openapi.ts'
import { testApp } from './test-app.ts'

const anyObject = z.record(z.string(), z.unknown())

test('serves a valid OpenAPI 3.1 document', async () => {
  const { app } = await testApp()
  const document = anyObject.parse(await (await app.request('/api/openapi.json')).json())
  expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } })
  expect(await new Validator().validate(document)).toEqual({ valid: true })
})

test.each(routes)('documents $method $path, its refusals included', ({ method, path, refusals, role }) => {
  const { responses } = openApi('1').paths[path]![method]!
  const codes = Object.values(responses).flatMap(({ description }) => description.match(/(?<=`)\w+(?=`)/gu) ?? [])
  expect(codes).toEqual(expect.arrayContaining([...refusals, 'forbidden', 'internal']))
  expect('401' in responses).toBe(role !== 'anyone' || refusals.includes('unauthorized'))
})

test('every reference leads to a schema, and every schema is used', () => {
  const text = JSON.stringify(openApi('1'))
  const used = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/gu)].map(([, name]) => name))
  expect(used).toEqual(new Set(Object.keys(openApi('1').components.schemas)))
})

test('tells the limits that code checks', () => {
  const { schemas } = openApi('1').components
  expect(schemas['GenerateRequest']).toMatchObject({
    additionalProperties: false,
    required: ['prompt'],
    properties: { prompt: { type: 'string', minLength: 1, maxLength: 1000 }, parameters: { $ref: expect.anything() } },
  })
  expect(schemas['Job']).not.toHaveProperty('additionalProperties')
})

test.each(routes.filter(({ body }) => body))('the example body of $path is accepted', ({ body, example }) => {
  const filled: unknown = JSON.parse(
    JSON.stringify(example?.body).replaceAll('{model}', 'red').replaceAll('{jobId}', 'A'.repeat(22)),
  )
  expect(body!.safeParse(filled).success).toBe(true)
})

test.each(routes.filter(({ query }) => query))('the example query of $path is accepted', ({ query, example }) => {
  const filled = new URLSearchParams(example?.query?.replaceAll('{jobId}', 'A'.repeat(22)))
  expect(query!.safeParse(Object.fromEntries(filled)).success).toBe(true)
})

test('serves the page and its style sheet, whose examples name the address in use', async () => {
  const { app } = await testApp()
  const page = await app.request('/api/docs', { headers: { Host: 'localhost:3000' } })
  expect(page.headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
  expect(await page.text()).toContain('http://localhost:3000/api/status/$JOB')
  const style = await app.request('/api/docs.css')
  expect(style.headers.get('Content-Type')).toBe('text/css; charset=utf-8')
  expect(await style.text()).toBe(docsStyle)
})
