import { expect, test } from 'vitest'
import { makeReportContent } from '../../test/fakes/reports/report-content.ts'
import { renderApart } from './render-apart.ts'
import { renderReport } from './render-report.ts'
import type { ReportContent } from './report-content.ts'

const START_LIMIT_MS = 60_000

test('A report rendered in its thread is the same as one rendered here', {
  timeout: START_LIMIT_MS,
}, async () => {
  const apart = await renderApart(makeReportContent())
  expect(Buffer.compare(apart, await renderReport(makeReportContent()))).toBe(0)
})

test('A report that cannot be rendered harms no other', { timeout: START_LIMIT_MS }, async () => {
  const broken = { ...makeReportContent(), record: null } as unknown as ReportContent
  const asked = [renderApart(broken), renderApart(makeReportContent())] as const
  await expect(asked[0]).rejects.toThrow('could not be rendered')
  expect((await asked[1]).length).toBeGreaterThan(0)
})

test('Beyond a number of waiting reports the next is refused', { timeout: START_LIMIT_MS }, async () => {
  const asked: Promise<Uint8Array>[] = []
  const askForEver = () => {
    for (;;) asked.push(renderApart(makeReportContent()))
  }
  expect(askForEver).toThrow('Too many reports')
  expect((await Promise.all(asked)).length).toBe(20)
})
