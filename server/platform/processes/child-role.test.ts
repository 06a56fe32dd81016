import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino, { type Logger } from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type ChildRole, forkChildRole } from './child-role.ts'

const WAIT = { timeout: 15_000, interval: 20 }
let directory: string
let pidFile: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'vidimus-child-'))
  pidFile = join(directory, 'pids')
})

afterEach(() => rm(directory, { recursive: true, force: true }))

async function start(given: { ending?: AbortSignal; log?: Logger } = {}): Promise<ChildRole> {
  const module = new URL('./_role-for-tests.ts', import.meta.url)
  const role = forkChildRole({ name: 'child', module, log: pino({ level: 'silent' }), ...given })
  await role.begin({ pidFile, readyAfterMs: 0 })
  return role
}

async function notes(): Promise<string[]> {
  return (await readFile(pidFile, 'utf8').catch(() => '')).trim().split('\n').filter(Boolean)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('a child role', { timeout: 40_000 }, () => {
  test('is told to stop and ends what it does first', async () => {
    const role = await start()
    const [pid] = await notes()
    await role.stop()
    expect(await notes()).toEqual([pid, 'stopped'])
    expect(isAlive(Number(pid))).toBe(false)
  })

  test('is started again when it dies, and not after it was stopped', async () => {
    const role = await start()
    process.kill(Number((await notes())[0]), 'SIGKILL')
    await vi.waitFor(async () => expect(await notes()).toHaveLength(2), WAIT)
    await role.stop()
    const left = (await notes()).filter((note) => note !== 'stopped')
    expect(left).toHaveLength(2)
    expect(left.some((pid) => isAlive(Number(pid)))).toBe(false)
  })

  test('is not started again once the end was asked for', async () => {
    const lines: string[] = []
    const asked = new AbortController()
    const role = await start({
      ending: asked.signal,
      log: pino({}, { write: (line) => lines.push(line) }),
    })
    const [pid] = await notes()
    asked.abort()
    process.kill(Number(pid), 'SIGKILL')
    // It is gone for us when its end was told, which is when it would be started again.
    await vi.waitFor(() => expect(isAlive(Number(pid))).toBe(false), WAIT)
    expect(lines).toEqual([])
    await role.stop()
    expect(await notes()).toEqual([pid])
  })

  test.each([
    ['ready', 0],
    ['still starting', 1_000],
  ])('ends with a parent that is killed while it is %s', async (_name, readyAfterMs) => {
    const parent = fork(new URL('./_parent-for-tests.ts', import.meta.url), [
      JSON.stringify({ pidFile, readyAfterMs }),
    ])
    if (readyAfterMs === 0) await once(parent, 'message')
    await vi.waitFor(async () => expect(await notes()).toHaveLength(1), WAIT)
    parent.kill('SIGKILL')
    const pid = Number((await notes())[0])
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), WAIT)
  })
})
