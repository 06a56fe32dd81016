import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { escapePattern } from '../find-row-faults.ts'

const REPORT = 'conformance-report.json'
/** A row's test takes seconds; one that an edit makes wait for ever is stopped. */
const LIMIT_MS = 180_000

/** How many tests of a name passed and failed. */
export interface TestRun {
  passed: number
  failed: number
}

/**
 * Runs the tests of one name of one file, in a copy of the project. Only a test that ran and failed counts as failed:
 * a file that cannot load proves nothing.
 */
export async function runTest(
  folder: string,
  { file, name }: { file: string; name: string },
): Promise<TestRun> {
  const report = join(folder, REPORT)
  await rm(report, { force: true })
  const words = ['node_modules/vitest/vitest.mjs', 'run', file, '-t', escapePattern(name), '--retry=0']
  await runToEnd(folder, [...words, '--reporter=json', `--outputFile=${report}`])
  const text = await readFile(report, 'utf8').catch(() => '{}')
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = JSON.parse(text)
  return { passed, failed }
}

function runToEnd(folder: string, words: string[]): Promise<void> {
  const child = spawn(process.execPath, words, { cwd: folder, stdio: 'ignore', timeout: LIMIT_MS })
  return new Promise((done) => child.once('exit', () => done()))
}
