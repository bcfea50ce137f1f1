// npm run test:mutation -- --mutate 'src/codec/*.ts'
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  mutate: [
    'src/{time,auth,codec,request}/**/*.ts',
    'src/{webhook,named}.ts',
    '!src/**/entry.ts',
    // Lists of names: what they say is compared with its sources elsewhere.
    '!src/time/{rails-zones,zone-names}.ts',
  ],
  // What is computed once when a module is loaded would need a run of its own for each mutant.
  ignoreStatic: true,
  concurrency: 1,
  timeoutMS: 20_000,
  incremental: true,
  incrementalFile: 'coverage/mutation.json',
  tempDirName: 'coverage/.stryker',
  reporters: ['clear-text', 'progress-append-only', 'html'],
  htmlReporter: { fileName: 'coverage/mutation.html' },
  clearTextReporter: { allowColor: false, reportTests: false, logTests: false },
}
