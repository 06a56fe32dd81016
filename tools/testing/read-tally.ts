/** How many tests ended in which way. */
export interface Tally {
  passed: number
  failed: number
  skipped: number
  /** Files that failed outside their tests: they could not be loaded, or their process died. */
  brokenFiles: string[]
}

/** What vitest's JSON report says, as far as it is read here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[]
}

/** Counts the tests of a vitest JSON report, and names the files that failed outside their tests. */
export function readTally(json: string): Tally {
  const report: Report = JSON.parse(json)
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    brokenFiles: broken.map(({ name }) => name),
  }
}
