/** How many tests ended in which way. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** What vitest's JSON report says, as far as it is read here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** Counts the tests of a vitest JSON report; a file that failed outside its tests counts as one failure. */
export function readTally(json: string): Tally {
  const report: Report = JSON.parse(json)
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}
