import { defineConfig } from 'tsup'
import { playgroundPage } from './tsup.command.config'

// `npm run playground` writes the files that are served; test/browser holds them to the sources.
export default defineConfig(playgroundPage('docs/playground'))
