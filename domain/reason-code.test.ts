import { expect, test } from 'vitest'
import { REASON_CODES } from './reason-code.ts'

/** The table of the API text ("Reason codes"). */
const OF_THE_TEXT = [
  1201, 1301, 1302, 1303, 1304, 1305, 1310, 1311, 1312, 1313, 1320, 1901, 1911, 2101, 2102, 2103, 2201, 2202,
  2399, 2401, 2402, 2403,
]

/** Codes that clients in the field know beyond it: counterfeit, and not the rightful owner. */
const BEYOND_IT = [2301, 2304]

test('The reason codes are those of the text, and two that clients know beyond it', () => {
  const codes = Object.values(REASON_CODES).toSorted((one, other) => one - other)
  expect(codes).toEqual([...OF_THE_TEXT, ...BEYOND_IT].toSorted((one, other) => one - other))
})
