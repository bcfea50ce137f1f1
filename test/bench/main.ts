import { cpus } from 'node:os'
import { coldStart } from './tables/cold'
import { heap } from './tables/heap'
import { failure, provider, signed, singleSamples } from './tables/pipeline'
import { growth } from './tables/growth'
import { rivals } from './tables/rivals'
import { zoneTables } from './tables/zones'

const tables: Readonly<Record<string, () => void>> = {
  rently: () => provider('rently'),
  showmojo: () => provider('showmojo'),
  funnel: () => provider('funnel'),
  casayes: () => provider('casayes'),
  propexo: () => provider('propexo'),
  single: singleSamples,
  signed,
  failure,
  growth,
  rivals,
  zones: zoneTables,
  cold: coldStart,
  heap,
}

const asked = process.argv.slice(2)
if (asked[0] === '--list') console.log(Object.keys(tables).join('\n'))
else if (asked.length === 0) {
  console.log(`Node ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}`)
} else for (const name of asked) tables[name]?.()
