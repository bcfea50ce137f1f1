import { defineConfig } from 'vitest/config'
import { reporters } from '../support/reporters.mjs'

// Run by `npm run test:package`, which builds first.
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    globalSetup: 'test/package/setup.ts',
    reporters: reporters('package'),
    testTimeout: 120_000,
  },
})
