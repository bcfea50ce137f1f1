/** A delivery that shows what a provider sends. */
export interface Sample {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The deliveries of the folder `fixtures`, which the build puts in here (tsup.command.config.ts). */
declare const bundledSamples: Readonly<Record<string, Sample>>

/** By provider and case: 'rently/self-scheduling'. */
export const sampleNames = (): readonly string[] => Object.keys(bundledSamples)

export const findSample = (name: string): Sample | null =>
  Object.hasOwn(bundledSamples, name) ? (bundledSamples[name] ?? null) : null
