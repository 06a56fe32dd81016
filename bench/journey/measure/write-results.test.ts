import { expect, test } from 'vitest'
import type { Row } from './measure-row.ts'
import { writeTable } from './write-results.ts'

const ROW: Row = {
  name: '4 senders at once',
  atOnce: 4,
  verified: 1,
  failed: 2,
  answerSeconds: { p50: 1.234, p95: 4.5 },
  answerFromLastFrameSeconds: { p50: null, p95: null },
  visitSeconds: { p50: 12, p95: 20 },
  cpuPerVerification: { serve: 0.5, media: 3, worker: 4, postgres: 0.25 },
  peakResidentBytes: 1024 ** 3,
  peakProportionalBytes: 512 * 1024 ** 2,
  othersCores: 0.04,
  visits: [
    { kind: 'failed', reason: 'face timed out' },
    { kind: 'failed', reason: 'face timed out' },
  ],
}

test('a row tells its times, what the service took and why verifications failed', () => {
  const circumstances = {
    cpu: 'Some processor',
    cores: 2,
    memoryBytes: 8 * 1024 ** 3,
    system: 'linux',
    node: 'v24.0.0',
    loadBefore: 0.5,
    commit: 'abc1234',
    changedFiles: ['a.ts'],
  }
  const idle = { cpuPerMinute: ROW.cpuPerVerification, residentBytes: 0, proportionalBytes: 0 }
  const table = writeTable({ date: '2030-01-01T00:00:00', command: 'x', circumstances, idle, rows: [ROW] })
  expect(table).toContain('commit abc1234 with 1 changed files')
  expect(table).toContain(
    '| 4 senders at once | 1 | 2 | 1.23 / 4.50 | – | 12.00 / 20.00 | 7.8 (0.5 + 3.0 + 4.0 + 0.3) | 1024 / 512 | 0.04 |',
  )
  expect(table).toContain('Failed, 4 senders at once: 2 × face timed out.')
})
