import type { ViteUserConfig } from 'vitest/config'

export declare const reporters: (
  suite: string,
) => NonNullable<NonNullable<ViteUserConfig['test']>['reporters']>
