import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const PROJECT = resolve(import.meta.dirname, '../..')

/** Clones what is committed into a temporary folder, as a newcomer gets it. */
export function cloneProject(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'vidimus-accept-')), 'vidimus')
  execFileSync('git', ['clone', '--quiet', '--no-local', PROJECT, folder], { stdio: 'inherit' })
  return folder
}

/** Runs a command to its end; gives its exit code, what it printed and the seconds it took. */
export function runToEnd(
  command: string,
  options: { folder: string; environment?: NodeJS.ProcessEnv },
): Promise<{ code: number | null; output: string; seconds: number }> {
  const startedAtMs = performance.now()
  const child = spawn('bash', ['-c', command], {
    cwd: options.folder,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((done) =>
    child.once('close', (code) => done({ code, output, seconds: (performance.now() - startedAtMs) / 1000 })),
  )
}
