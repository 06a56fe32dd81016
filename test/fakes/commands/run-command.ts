import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

const PROJECT = resolve(import.meta.dirname, '../../..')

/** How a command ended and what it printed. */
export interface CommandRun {
  code: number | null
  out: string
  err: string
}

/** Runs `vidimus` in a process of its own, with variables set besides, `NAME=value` each. */
export async function runCommand(assignments: readonly string[], ...words: string[]): Promise<CommandRun> {
  const child = spawn('env', [...assignments, process.execPath, 'bin/vidimus', ...words], { cwd: PROJECT })
  const printed = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (part) => {
    printed.out += part
  })
  child.stderr.setEncoding('utf8').on('data', (part) => {
    printed.err += part
  })
  const code = await new Promise<number | null>((done) => child.on('close', done))
  return { code, ...printed }
}
