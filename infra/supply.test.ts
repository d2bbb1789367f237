import { expect, test } from 'vitest'
import { auditResult } from './audit.ts'
import { licenceFaults } from './licences.ts'

test('what is shipped has a licence that was agreed to', () => {
  expect(
    licenceFaults({
      '': { license: 'Apache-2.0' },
      'node_modules/a': { license: 'MIT' },
      'node_modules/b': { license: '(GPL-3.0-only OR BSD-3-Clause)' },
      'node_modules/c': { license: 'GPL-3.0-only', dev: true },
      'node_modules/@img/sharp-win32-x64': { license: 'Apache-2.0 AND LGPL-3.0-or-later' },
    }),
  ).toEqual([])
})

test.each([
  ['node_modules/a', 'GPL-3.0-only'],
  ['node_modules/b', 'MIT AND GPL-3.0-only'],
  ['node_modules/c', 'LGPL-3.0-or-later'],
  ['node_modules/d', 'SEE LICENSE IN LICENSE.md'],
  ['node_modules/e', undefined],
])('%s under %s is a fault', (path, license) => {
  expect(licenceFaults({ [path]: { license } })).toHaveLength(1)
})

const audit = (high: number) =>
  JSON.stringify({
    metadata: { vulnerabilities: { info: 0, low: 0, moderate: 2, high, critical: 0, total: 2 + high } },
  })

test('a grave hole in what is shipped is a fault, a registry that does not answer is said', () => {
  expect(auditResult(audit(1))).toEqual({ line: expect.stringContaining('1 high'), failed: true })
  expect(auditResult(audit(0))).toEqual({ line: expect.stringContaining('2 moderate'), failed: false })
  for (const silence of ['', '{"statusCode":405,"error":{"summary":""}}', '<html>'])
    expect(auditResult(silence)).toEqual({ line: expect.stringMatching(/^not checked: npm audit/), failed: false })
})
