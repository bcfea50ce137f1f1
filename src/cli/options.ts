import { parseArgs, type ParseArgsConfig } from 'node:util'
import { providerNames, isProviderName } from './guess'
import type { ProviderName } from '../providers/index'
import type { ParseOptions } from '../webhook'
import { usageError } from './exit'

type OptionsConfig = NonNullable<ParseArgsConfig['options']>

type Arguments<O extends OptionsConfig> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>

/** The options and the other words of a command; anything unknown ends it with a message. */
export const readArguments = <const O extends OptionsConfig>(
  args: readonly string[],
  options: O,
): Arguments<O> => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw usageError(
      error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'the arguments are wrong',
    )
  }
}

/** How the options of `parseWebhook` are called here. */
export const parseOptionsConfig = {
  strict: { type: 'boolean' },
  zone: { type: 'string' },
  disambiguation: { type: 'string' },
} as const

const disambiguations = ['compatible', 'earlier', 'later', 'reject'] as const

export const parseOptionsOf = (values: {
  readonly strict?: boolean | undefined
  readonly zone?: string | undefined
  readonly disambiguation?: string | undefined
}): ParseOptions => {
  const disambiguation = disambiguations.find((policy) => policy === values.disambiguation)
  if (values.disambiguation !== undefined && disambiguation === undefined)
    throw usageError(`--disambiguation is one of ${disambiguations.join(', ')}`)
  return { strict: values.strict, zone: values.zone, disambiguation }
}

export const noMoreThan = (positionals: readonly string[], count: number): void => {
  const extra = positionals[count]
  if (extra !== undefined) throw usageError(`'${extra}' is one word too many`)
}

export const providerOf = (word: string | undefined): ProviderName => {
  if (word !== undefined && isProviderName(word)) return word
  const names = providerNames.join(', ')
  throw usageError(
    word === undefined ? `which provider? One of ${names}` : `'${word}' is no provider: one of ${names}`,
  )
}

/** A whole number in a range. */
export const numberOf = (name: string, value: string, least: number, most: number): number => {
  const number = /^\d{1,15}$/.test(value) ? Number(value) : NaN
  if (number >= least && number <= most) return number
  throw usageError(`--${name} is a whole number from ${String(least)} to ${String(most)}`)
}
