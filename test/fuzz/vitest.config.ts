import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

export default defineConfig({
  root: path('../..'),
  resolve: { alias: { '#hmac': path('../../src/auth/hmac-node.ts') } },
  test: { include: ['test/fuzz/fuzz.run.ts'] },
})
