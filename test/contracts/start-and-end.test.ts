import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findFreePort } from '../fakes/service.ts'

const VIDIMUS = resolve(import.meta.dirname, '../../bin/vidimus')
/** A start on a machine that others load, models and pages to be built included. */
const LIMIT_MS = 120_000
const WAIT = { timeout: LIMIT_MS, interval: 5 }

/** A start in a process group of its own, as a terminal or a supervisor makes one. */
interface Start {
  child: ChildProcess
  /** All it has printed so far. */
  said(): string
  ended: Promise<number | null>
}

let folder: string
let dataDirectory: string
/** Where PostgreSQL says that it runs. */
let pidFile: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vidimus-start-'))
  dataDirectory = join(folder, 'data')
  pidFile = join(dataDirectory, 'postgres/postmaster.pid')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function begin(ports: { api?: number } = {}): Promise<Start> {
  const [api, web] = await Promise.all([ports.api ?? findFreePort(), findFreePort()])
  const child = spawn(process.execPath, [VIDIMUS], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      VIDIMUS_DATA: dataDirectory,
      VIDIMUS_API_PORT: String(api),
      VIDIMUS_WEB_PORT: String(web),
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => {
      said += piece
    })
  }
  const ended = once(child, 'close').then(([code]) => code)
  return { child, said: () => said, ended }
}

/** Those who end last may not be reaped yet. */
async function expectNobodyLeft(group: number): Promise<void> {
  await vi.waitFor(() => expect(() => process.kill(-group, 0)).toThrow('ESRCH'), WAIT)
}

/** How far a start has come when it is told to end. */
const STAGES = {
  'its database is made': () =>
    readdirSync(folder).includes('data') && readdirSync(dataDirectory).some(isNew),
  'its database starts': () => existsSync(pidFile),
  'its doors open': (start: Start) => start.said().includes('Server listening'),
  'it serves': (start: Start) => start.said().includes('Vidimus is ready'),
} satisfies Record<string, (start: Start) => boolean>

const isNew = (name: string) => name.startsWith('postgres-new-')

describe('a start', { timeout: LIMIT_MS }, () => {
  // The first of them finds no data, the others what was made before.
  test.each([
    ['SIGINT', 'its database is made'],
    ['SIGTERM', 'its database starts'],
    ['SIGINT', 'its database starts'],
    ['SIGINT', 'its doors open'],
    ['SIGTERM', 'its doors open'],
    ['SIGINT', 'it serves'],
    ['SIGTERM', 'it serves'],
  ] as const)('leaves nothing running when its group gets %s while %s', async (signal, stage) => {
    const start = await begin()
    const { pid = 0 } = start.child
    await vi.waitFor(() => expect(STAGES[stage](start)).toBe(true), WAIT)
    process.kill(-pid, signal)
    expect(await start.ended).toBe(0)
    expect(start.said()).not.toMatch(/died|before it was ready|Error/)
    expect(existsSync(pidFile)).toBe(false)
    await expectNobodyLeft(pid)
  })

  test('that finds a port taken names it and leaves nothing running', async () => {
    const holder: Server = createServer()
    await once(holder.listen(0, '127.0.0.1'), 'listening')
    const address = holder.address()
    const api = typeof address === 'object' && address ? address.port : 0
    try {
      const { child, said, ended } = await begin({ api })
      expect(await ended).toBe(1)
      expect(said()).toContain(`EADDRINUSE: address already in use 127.0.0.1:${api}`)
      expect(said()).not.toContain('died')
      expect(existsSync(pidFile)).toBe(false)
      await expectNobodyLeft(child.pid ?? 0)
    } finally {
      holder.close()
    }
  })
})
