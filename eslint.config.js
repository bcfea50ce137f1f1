import { builtinModules } from 'node:module'
import eslint from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'
import { noHostTime } from './test/support/eslint-no-host-time.mjs'

const nodeOnly = ['src/adapters/node*', 'src/adapters/node*/**', 'src/cli/**', 'src/auth/hmac-node*']

export default defineConfig(
  globalIgnores(['build/', 'dist/', 'docs/api/', 'docs/playground/', 'coverage/', 'fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `interface X extends t.TypeOf<typeof x> {}` keeps a name in messages and declarations.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // A record that io-ts infers or that must have an implicit index signature has to be a type.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // `export const x: Codec<A> = new Codec(…)`: the annotation is what declarations keep.
      '@typescript-eslint/consistent-generic-constructors': 'off',
      // `t.Type<A, A, unknown>` says what its defaults hide.
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      // A type parameter used once still names what a caller may give.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.{js,mjs}'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': 'error',
      'regexp/no-dupe-disjunctions': 'error',
      'regexp/no-contradiction-with-assertion': 'error',
      'regexp/no-empty-alternative': 'error',
      'regexp/no-misleading-capturing-group': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: { console: 'readonly', process: 'readonly', URL: 'readonly', performance: 'readonly' },
    },
    rules: {
      'no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
    },
  },

  {
    files: ['src/**/*.ts'],
    plugins: { local: { rules: { 'no-host-time': noHostTime } } },
    rules: {
      'local/no-host-time': 'error',
      'no-console': 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: builtinModules.filter((name) => !name.startsWith('_')),
          patterns: [
            { group: ['node:*'], message: 'Only the Node adapters, the command and hmac-node may.' },
            {
              group: ['date-fns-tz', 'date-fns-tz/*'],
              allowImportNames: ['formatInTimeZone'],
              message: 'The other functions answer by the zone of the host.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        'Buffer',
        'process',
        'global',
        'require',
        'module',
        '__dirname',
        '__filename',
        'setImmediate',
      ],
    },
  },
  {
    files: nodeOnly,
    rules: { 'no-restricted-imports': 'off', 'no-restricted-globals': 'off' },
  },
  { files: ['src/cli/**'], rules: { 'no-console': 'off', 'local/no-host-time': 'off' } },

  {
    files: ['test/**/*.ts', '*.config.ts'],
    rules: {
      // Test code reads only what lies in the repository.
      'regexp/no-super-linear-move': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
)
