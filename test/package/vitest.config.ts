import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { reporters } from '../support/reporters.mjs'

// Run by test/package/run.mjs, which builds first.
export default defineConfig({
  resolve: { alias: { '#hmac': fileURLToPath(new URL('../../src/auth/hmac-node.ts', import.meta.url)) } },
  test: {
    include: ['test/package/**/*.test.ts'],
    exclude: (process.env['PACKAGE_TESTS'] === 'ci' ? ['runtimes', 'reference'] : []).map(
      (name) => `test/package/${name}.test.ts`,
    ),
    globalSetup: 'test/package/setup.ts',
    reporters: reporters('package'),
    testTimeout: 120_000,
    // A worker that has waited for other programs takes its time to end on a busy machine.
    teardownTimeout: 60_000,
  },
})
