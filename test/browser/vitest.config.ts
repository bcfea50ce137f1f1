import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { reporters } from '../support/reporters.mjs'

// Run by `npm run test:browser`. It needs Chromium, which no package brings along.
export default defineConfig({
  resolve: { alias: { '#hmac': fileURLToPath(new URL('../../src/auth/hmac-node.ts', import.meta.url)) } },
  test: {
    include: ['test/browser/**/*.test.ts'],
    reporters: reporters('browser'),
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
