import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Adds up the reports that test/support/reporters.mjs left in a folder and below.
 *
 * @param {string} folder
 */
export const counts = (folder) => {
  const total = { passed: 0, failed: 0 }
  for (const name of readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.json'))) {
    const report = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    // A file that could not be loaded has no failed test of its own.
    const broken = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
    )
    total.passed += report.numPassedTests
    total.failed += report.numFailedTests + broken.length
  }
  return total
}

// `node test/support/counts.mjs <folder> [<exit code of what was run>]` prints the sum as one line. A step
// that failed without a failed test, such as a lint error, counts as one failure.
const [, script, folder, exitCode = '0'] = process.argv
if (folder !== undefined && script.endsWith('counts.mjs')) {
  const { passed, failed } = counts(folder)
  console.log(`${passed} passed, ${exitCode !== '0' && failed === 0 ? 1 : failed} failed`)
}
