import { copyFileSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build, type Options } from 'tsup'
import { command, inspectorPage, playgroundPage } from '../../tsup.command.config'

const repository = resolve(import.meta.dirname, '../..')

const quietly = (options: Options): Promise<void> => build({ ...options, config: false, silent: true })

/** Builds the command into a folder that looks like the installed package, and gives the folder. */
export const buildCommand = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'leasehook-command-'))
  copyFileSync(join(repository, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  await quietly(command(join(folder, 'dist/cli')))
  await quietly(inspectorPage(join(folder, 'dist/cli/page')))
  return folder
}

export const mainOf = (folder: string): string => join(folder, 'dist/cli/main.js')

export const buildPlayground = (outDir: string): Promise<void> => quietly(playgroundPage(outDir))
