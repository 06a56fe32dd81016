import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { findChromium } from '../../test/fakes/find-chromium.ts'
import { buildCaptureApp } from '../build-capture-app.ts'
import { buildModels } from '../models/build-models.ts'
import { readTally } from './read-tally.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const VITEST = resolve(PROJECT, 'node_modules/vitest/vitest.mjs')
const REPORT = resolve(PROJECT, 'build/test-report.json')
const log = (line: string) => console.log(line)

await buildModels({ log })
await buildCaptureApp({ log })
await mkdir(resolve(PROJECT, 'build'), { recursive: true })
await rm(REPORT, { force: true })
const code = await runVitest(process.argv.slice(2))
warnWithoutChromium()
await printTally()
process.exitCode = code

function runVitest(filters: string[]): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const child = spawn(process.execPath, [VITEST, 'run', ...reporters, ...filters], {
    cwd: PROJECT,
    stdio: 'inherit',
  })
  return new Promise((done) => child.on('exit', (exitCode) => done(exitCode ?? 1)))
}

function warnWithoutChromium(): void {
  if (findChromium()) return
  const line = '!'.repeat(100)
  console.log(`\n${line}`)
  console.log('!! NO CHROMIUM ON THIS MACHINE: the journeys in a real browser were SKIPPED, not passed.')
  console.log('!! Install it (Debian: apt-get install chromium) and run the tests again.')
  console.log(`${line}\n`)
}

/** The plain line that machines read. */
async function printTally(): Promise<void> {
  if (!existsSync(REPORT)) {
    console.log('0 passed, 1 failed, 0 skipped')
    return
  }
  const { passed, failed, skipped } = readTally(await readFile(REPORT, 'utf8'))
  const failures = code === 0 ? failed : Math.max(failed, 1)
  console.log(`${passed} passed, ${failures} failed, ${skipped} skipped`)
}
