import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseStat, readCpuSeconds, readTreeMemory } from './process-tree.ts'

describe('parseStat', () => {
  it('reads times and parent of a process whose name holds brackets and spaces', () => {
    const line = '4711 (a (b) c) S 42 1 1 0 -1 4194304 5 6 7 8 150 50 30 20 20 0 1 0 9 10 11'
    expect(parseStat(line)).toEqual({ processId: 4711, parentId: 42, name: 'a (b) c', cpuSeconds: 2.5 })
  })
})

describe.skipIf(!existsSync('/proc/self/smaps_rollup'))('readCpuSeconds', () => {
  it('counts the time of children that have ended, under the part that waited for them', async () => {
    const burn = 'const end = Date.now() + 400; while (Date.now() < end);'
    const script = `
      const { spawnSync } = require('node:child_process')
      spawnSync(process.execPath, ['-e', ${JSON.stringify(burn)}])
      process.stdout.write('burnt')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['-e', script, 'worker'], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    const cpu = await readCpuSeconds(child.pid ?? 0)
    const memory = await readTreeMemory(child.pid ?? 0)
    child.kill('SIGKILL')
    // On a busy machine the child gets a part of its 0.4 s alone.
    expect(cpu.worker).toBeGreaterThan(0.05)
    expect(cpu).toMatchObject({ serve: 0, media: 0, postgres: 0 })
    expect(memory.proportionalBytes).toBeGreaterThan(1_000_000)
    expect(memory.residentBytes).toBeGreaterThanOrEqual(memory.proportionalBytes)
  })
})
