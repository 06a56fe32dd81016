import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findChromium } from '../../test/fakes/find-chromium.ts'
import { buildCaptureApp } from '../build-capture-app.ts'
import { buildModels } from '../models/build-models.ts'
import { findCrashedFiles } from './find-crashed-files.ts'
import type { Tally } from './read-tally.ts'
import { runVitest, type VitestRun } from './run-vitest.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const log = (line: string) => console.log(line)

await buildModels({ log })
await buildCaptureApp({ log })
await mkdir(resolve(PROJECT, 'build'), { recursive: true })
const { code, tally } = await runCrashedAgain(await runVitest(process.argv.slice(2)))
if (!findChromium()) {
  warn([
    'NO CHROMIUM ON THIS MACHINE: the journeys in a real browser were SKIPPED, not passed.',
    'Install it (Debian: apt-get install chromium) and run the tests again.',
  ])
}
printTally()
process.exitCode = code

/**
 * Runs the files again, once, whose process died of a signal while every test that ended passed: the native libraries
 * under the tests (networks, pictures) have taken a process down a single time in dozens of runs, which says nothing of
 * the tests in it. A test that fails is never run again here.
 */
async function runCrashedAgain(first: VitestRun): Promise<VitestRun> {
  const crashes = findCrashedFiles(first.output)
  const { code, tally } = first
  const files = crashes.map(({ file }) => file)
  const isAllElseWell = tally?.failed === 0 && tally.brokenFiles.every((file) => files.includes(file))
  if (code === 0 || files.length === 0 || !isAllElseWell) return first
  warn([
    'A TEST PROCESS DIED, its tests are run again:',
    ...crashes.map(({ file, signal }) => `${signal} in ${file}`),
  ])
  const again = await runVitest(files)
  return { ...again, tally: again.tally && addUp(tally, again.tally) }
}

function addUp(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    brokenFiles: b.brokenFiles,
  }
}

function warn(lines: string[]): void {
  const rule = '!'.repeat(100)
  console.log(['', rule, ...lines.map((line) => `!! ${line}`), rule, ''].join('\n'))
}

/** The plain line that machines read. */
function printTally(): void {
  const { passed, failed, skipped, brokenFiles } = tally ?? {
    passed: 0,
    failed: 1,
    skipped: 0,
    brokenFiles: [],
  }
  const failures = code === 0 ? 0 : Math.max(failed + brokenFiles.length, 1)
  console.log(`${passed} passed, ${failures} failed, ${skipped} skipped`)
}
