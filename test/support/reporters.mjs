import { join } from 'node:path'

/** With TEST_REPORT_DIR set, every run also leaves its counts there as a file, for whoever adds them up. */
export const reporters = (suite) => {
  const folder = process.env.TEST_REPORT_DIR
  if (folder === undefined || folder === '') return ['default']
  return ['default', ['json', { outputFile: join(folder, `${suite}-${String(process.pid)}.json`) }]]
}
