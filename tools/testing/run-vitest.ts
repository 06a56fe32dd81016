import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readTally, type Tally } from './read-tally.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const VITEST = resolve(PROJECT, 'node_modules/vitest/vitest.mjs')
const REPORT = resolve(PROJECT, 'build/test-report.json')

/** A run of vitest: how it ended, what it printed, and how many tests ended in which way (null without a report). */
export interface VitestRun {
  code: number
  output: string
  tally: Tally | null
}

/** Runs vitest on what the filters name, showing what it prints. */
export async function runVitest(filters: string[]): Promise<VitestRun> {
  await rm(REPORT, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const child = spawn(process.execPath, [VITEST, 'run', ...reporters, ...filters], {
    cwd: PROJECT,
    stdio: ['inherit', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
  })
  let output = ''
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.on('data', (chunk: Buffer) => {
      output += chunk
      to.write(chunk)
    })
  }
  const code = await new Promise<number>((done) => child.on('close', (exitCode) => done(exitCode ?? 1)))
  return { code, output, tally: existsSync(REPORT) ? readTally(await readFile(REPORT, 'utf8')) : null }
}
