import { expect, test } from 'vitest'
import { readTally } from './read-tally.ts'

test('readTally() counts tests by their end, and names a file that could not be loaded', () => {
  const report = {
    numPassedTests: 7,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { name: 'a', status: 'passed', assertionResults: [{ status: 'passed' }] },
      { name: 'b', status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { name: 'c', status: 'failed', assertionResults: [] },
    ],
  }
  expect(readTally(JSON.stringify(report))).toEqual({
    passed: 7,
    failed: 1,
    skipped: 3,
    brokenFiles: ['c'],
  })
})
