import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'

const PROJECT = resolve(import.meta.dirname, '../../..')

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'command-line-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs a line of a shell in which `vidimus` is the command. */
async function run(line: string): Promise<{ code: number | null; out: string; err: string }> {
  const command = `'${process.execPath}' '${join(PROJECT, 'bin/vidimus')}'`
  const script = `set -o pipefail; vidimus() { ${command} "$@"; }; ${line}`
  const child = spawn('bash', ['-c', script], { cwd: folder })
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.on('close', done)),
  ])
  return { code, out, err }
}

it('names a command that it does not know', async () => {
  const { code, err } = await run('vidimus readd card.jpg')
  expect(code).toBe(1)
  expect(err).toBe("Unknown command 'readd': see vidimus --help\n")
})

it('does not compare two files and a list at once', async () => {
  const { code, err } = await run('vidimus compare a.jpg b.jpg --pairs list.csv')
  expect(code).toBe(1)
  expect(err).toBe('Cannot compare two files and a list at once\n')
})

it('explains nothing where nothing is kept, and makes nothing there', async () => {
  const { code, err } = await run('vidimus explain 00000000-0000-4000-8000-000000000000')
  expect(code).toBe(1)
  expect(err).toMatch(/^Nothing is kept in .*data: start vidimus serve first\n$/)
  expect(existsSync(join(folder, 'data'))).toBe(false)
})

it('ends quietly when its reader has enough', async () => {
  const { code, err } = await run('vidimus models | true')
  expect(err).toBe('')
  expect(code).toBe(0)
  // What went wrong before is told all the same.
  expect((await run('vidimus read missing.jpg | true')).code).toBe(2)
})

it('shows no control character of a name to a terminal', async () => {
  const { code, err } = await run(`vidimus read $'a\\e[31m\\u202eb.jpg'`)
  expect(code).toBe(2)
  expect(err).toMatch(/^a\uFFFD\[31m\uFFFDb\.jpg: /)
})
