import { defineConfig } from 'vitest/config'

// All zones against Temporal, which takes many minutes; the host's zone must not matter, so it is run under several:
// TZ=Asia/Kolkata npx vitest run --config test/temporal/vitest.config.ts
export default defineConfig({
  test: { include: ['test/temporal/*.test.ts'] },
})
