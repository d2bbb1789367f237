import { defineConfig } from '@playwright/test'
import { findChromium } from './infra/find-chromium.ts'

// Debian's Chromium, as root in CI; without the last five it asks for hosts that a closed network refuses.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'aws/**',
  outputDir: 'reports/e2e',
  retries: 0,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  globalSetup: './e2e/build-page.ts',
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    // Without a graphics card, a title that breathes takes half a core; one journey goes with motion.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: findChromium(), args },
  },
})
