import { fileURLToPath } from 'node:url'
import { configDefaults, defineConfig } from 'vitest/config'
import { reporters } from './test/support/reporters.mjs'

export default defineConfig({
  resolve: { alias: { '#hmac': fileURLToPath(new URL('src/auth/hmac-node.ts', import.meta.url)) } },
  test: {
    include: ['test/**/*.test.ts'],
    // Each of these has a script of its own: it needs a build, Chromium, or minutes.
    exclude: ['package', 'browser', 'temporal', 'bench']
      .map((folder) => `test/${folder}/**`)
      .concat(configDefaults.exclude),
    reporters: reporters('test'),
    // Some tests read every source file or every fixture; a busy machine takes its time for that.
    testTimeout: 30_000,
    typecheck: {
      enabled: true,
      include: ['test/**/*.test-d.ts'],
      tsconfig: './tsconfig.json',
      // Errors outside the type tests are the business of `npm run typecheck`.
      ignoreSourceErrors: true,
    },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: [
        // Barrels: re-exports only, which test/architecture.test.ts holds them to.
        'src/index.ts',
        'src/**/entry.ts',
        // A process of its own, and pages in Chromium, where nothing is measured: test/cli and test/browser.
        'src/cli/**',
      ],
      reporter: ['text', 'html', 'json-summary'],
      thresholds: { statements: 99.9, branches: 99.5, functions: 99.9, lines: 99.9 },
    },
  },
})
