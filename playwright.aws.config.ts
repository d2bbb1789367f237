import { defineConfig } from '@playwright/test'
import local from './playwright.config.ts'

// The journeys of the laptop against the product as it is deployed, and what only a deployment can suffer.
process.env['E2E_TARGET'] = 'aws'

export default defineConfig({
  ...local,
  testIgnore: [
    // The database of a laptop, its process and its folder.
    'faults.spec.ts',
    // What the page looks like in each of a hundred states is not a matter of what is behind it.
    'states.spec.ts',
  ],
  // How many calls there are at once is bounded by SQS for all models together, which tells no place in its queue; and how
  // soon a laptop answers is not told by an emulator beside a dozen functions.
  grepInvert: /one call at a time|eight runs in eight tabs/u,
  timeout: 120_000,
  // Functions start when they are first asked, on a machine that has two cores for all of them.
  expect: { timeout: 30_000 },
  outputDir: 'reports/e2e-aws',
  globalSetup: ['./e2e/aws/build-all.ts', './e2e/aws/forget-rights.ts'],
  globalTeardown: './e2e/aws/rights-used.ts',
  reporter: [['list'], ['json', { outputFile: 'reports/e2e-aws.json' }]],
})
