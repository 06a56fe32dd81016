import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measureRow, type Visit } from './measure-row.ts'

const TIMES = { answerFromLastFrameMs: null, visitMs: 9000, details: {} }

describe.skipIf(!existsSync('/proc/self/smaps_rollup'))('measureRow', () => {
  it('runs rounds together and leaves failures out of the times, not out of the count', async () => {
    const heard: Visit[] = []
    let running = 0
    let mostAtOnce = 0
    let number = 0
    const row = await measureRow({
      name: 'two at once',
      atOnce: 2,
      rounds: 2,
      serviceProcessId: process.pid,
      verify: async (applicant) => {
        mostAtOnce = Math.max(mostAtOnce, ++running)
        const answerMs = 1000 * ++number
        await new Promise((resolve) => setImmediate(resolve))
        running--
        if (answerMs === 4000) throw new Error(`applicant ${applicant} was not seen`)
        return { ...TIMES, answerMs }
      },
      onVisit: (visit) => heard.push(visit),
    })
    expect(mostAtOnce).toBe(2)
    expect(row).toMatchObject({ verified: 3, failed: 1, answerSeconds: { p50: 2, p95: 3 } })
    expect(row.answerFromLastFrameSeconds).toEqual({ p50: null, p95: null })
    expect(row.visits).toContainEqual({ kind: 'failed', reason: 'applicant 1 was not seen' })
    expect(row.othersCores).toBeGreaterThanOrEqual(0)
    expect(heard).toHaveLength(4)
    expect(row.peakResidentBytes).toBeGreaterThan(10_000_000)
  })
})
