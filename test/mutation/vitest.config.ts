import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

// The tests of what is mutated, and of nothing above it: a mutant is to be found by the tests of its own folder.
export default defineConfig({
  root: path('../..'),
  resolve: { alias: { '#hmac': path('../../src/auth/hmac-node.ts') } },
  test: {
    include: ['test/{time,auth,codec,request}/**/*.test.ts', 'test/{receive,webhook,named,contract}.test.ts'],
    exclude: ['test/time/temporal.test.ts'],
  },
})
