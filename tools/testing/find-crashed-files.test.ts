import { expect, test } from 'vitest'
import { findCrashedFiles } from './find-crashed-files.ts'

const caught = (errors: number) =>
  `\u001b[31mVitest caught ${errors} unhandled error during the test run.\u001b[39m\n`
const CRASH =
  'Caused by: Error: Worker exited unexpectedly with signal SIGSEGV during started state while running test file /p/a.test.ts'

test('names each file whose process died, once', () => {
  expect(findCrashedFiles(`${caught(1)}${CRASH}\n at x\n${CRASH}\n`)).toEqual([
    { file: '/p/a.test.ts', signal: 'SIGSEGV' },
  ])
})

test('names none when something else went wrong outside tests', () => {
  expect(findCrashedFiles(`${caught(2)}${CRASH}\n`)).toEqual([])
})

test('names none when tests passed or failed', () => {
  expect(findCrashedFiles('Tests 3 failed | 5 passed\nAssertionError: expected 1 to be 2')).toEqual([])
})
