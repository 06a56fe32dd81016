import { expect, test } from 'vitest'
import type { ConformanceRow } from '../conformance-row.ts'
import { listRows } from '../list-rows.ts'
import { findCoverageFaults, writeRanges } from './find-coverage-faults.ts'
import { TEXT_PARTS } from './text-parts.ts'
import { WRITTEN_LINES } from './written-lines.ts'

const rowAt = (line: number): ConformanceRow => ({
  line,
  rule: 'Doors open',
  test: { file: 'door.test.ts', name: 'a door opens' },
  switchOff: { file: 'door.ts', find: 'open()', replace: 'close()' },
})

test('Every written line of the text has a row or a reason', async () => {
  const rows = (await listRows()).flatMap((topic) => topic.rows)
  expect(findCoverageFaults({ written: WRITTEN_LINES, parts: TEXT_PARTS, rows })).toEqual([])
})

test.each([
  ['a line without row and reason', { written: '1-4' }, 'Line 3 of the text has neither'],
  [
    'a line with both',
    { parts: [[1, 2, 'A heading'] as const] },
    'Line 2 of the text is accounted for twice',
  ],
  [
    'a line with two reasons',
    { parts: [[1, 1, 'A heading'] as const, [1, 1, 2] as const] },
    'Line 1 of the text is accounted for twice',
  ],
  [
    'a row at an empty line',
    { rows: [rowAt(2), rowAt(3), rowAt(4)] },
    'Line 3 of the row "Doors open" is empty',
  ],
  ['a reason that leads nowhere', { parts: [[1, 1, 7] as const] }, 'Line 1 of the text leads to line 7'],
])('tells of %s', (_what, change, told) => {
  const whole = { written: '1-2 4', parts: [[1, 1, 'A heading'] as const], rows: [rowAt(2), rowAt(4)] }
  expect(findCoverageFaults(whole)).toEqual([])
  const faults = findCoverageFaults({ ...whole, ...change })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(told)
})

test('The written lines of a text are told as ranges', () => {
  expect(writeRanges('NAV\ncURL\n\nGet Started\n \nWelcome')).toBe('1-2 4 6')
})
