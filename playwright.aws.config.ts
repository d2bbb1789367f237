import { defineConfig } from '@playwright/test'
import local from './playwright.config.ts'

// The journeys of the laptop against the product as it is deployed, and what only a deployment can suffer. Started by
// `npm run e2e:aws`, which installs Lambda's runtime client first.
process.env['E2E_TARGET'] = 'aws'

export default defineConfig({
  ...local,
  testIgnore: [
    // The database of a laptop, its process and its folder.
    'faults.spec.ts',
  ],
  outputDir: 'reports/e2e-aws',
  globalSetup: './e2e/aws/build-all.ts',
  reporter: [['list'], ['json', { outputFile: 'reports/e2e-aws.json' }]],
})
