import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// A machine may be busy with other work; what waits in a test ends as soon as it is there.
const patient = { testTimeout: 30_000, hookTimeout: 30_000 }

export default defineConfig({
  test: {
    // Both cores of the machine that CI has.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'backend',
          ...patient,
          environment: 'node',
          include: ['{contract,backend,bench,infra,docs}/**/*.test.ts', '*.test.ts'],
          exclude: ['**/node_modules/**', 'backend/**/*.integration.test.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'frontend',
          ...patient,
          environment: 'jsdom',
          setupFiles: ['frontend/fake-browser.ts'],
          include: ['frontend/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', 'frontend/**/*.integration.test.tsx'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'integration',
          ...patient,
          environment: 'jsdom',
          setupFiles: ['frontend/fake-browser.ts'],
          include: ['frontend/**/*.integration.test.tsx'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      // The bars are told even when a test has failed.
      reportOnFailure: true,
      include: ['contract/**/*.ts', 'backend/**/*.ts', 'frontend/**/*.{ts,tsx}'],
      exclude: [
        '**/*.test.*',
        '**/fake-*',
        '**/*contract-suite.ts',
        '**/contract-suite/**',
        '**/test-*.ts',
        '**/fixtures/**',
        'backend/entry/**',
        // Tools of the tests.
        'backend/simulation/**',
        'backend/fuzz/**',
      ],
      reportsDirectory: 'reports/coverage',
      reporter: ['text-summary', 'json-summary'],
    },
  },
})
