import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    environment: 'node',
    globalSetup: ['test/e2e/prepare.ts'],
    // Each file has an app, a folder and a browser of its own; two at once keep both cores of a small machine busy.
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 40_000, interval: 100 } },
  },
})
