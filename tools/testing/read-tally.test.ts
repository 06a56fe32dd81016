import { expect, test } from 'vitest'
import { readTally } from './read-tally.ts'

test('readTally() counts tests by their end, and a file that could not be loaded as a failure', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  }
  expect(readTally(JSON.stringify(report))).toEqual({ passed: 7, failed: 2, skipped: 3 })
})
