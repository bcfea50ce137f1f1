import type { Options } from 'tsup'

/**
 * The command, with its own copy of the library in it: were it built with the entries, what it shares with them would
 * lie in further files that every user of the library had to load.
 */
export const command = (outDir: string): Options => ({
  entry: { main: 'src/cli/main.ts' },
  outDir,
  format: 'esm',
  target: 'es2022',
  platform: 'node',
  splitting: true,
  // tsconfig.json says which file `#hmac` is on Node.
  noExternal: [/^fp-ts/, /^date-fns/, '#hmac'],
  clean: false,
})
