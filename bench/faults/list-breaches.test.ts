import { expect, test } from 'vitest'
import type { CountedFaults } from './count-faults.ts'
import { listBreaches } from './list-breaches.ts'

const KEPT: CountedFaults = {
  created: 9,
  statuses: 27,
  webhooks: 28,
  lostCreations: 0,
  lostStatuses: 0,
  lostWebhooks: 0,
  repeated: { 2: 1 },
  tooOften: 0,
  outOfOrder: 0,
  unsigned: 0,
}

test('A run that lost nothing, and repeated only what its kills explain, has kept the goal', () => {
  expect(listBreaches(KEPT)).toEqual([])
})

test.each([
  ['lostCreations'],
  ['lostStatuses'],
  ['lostWebhooks'],
  ['tooOften'],
  ['outOfOrder'],
  ['unsigned'],
] as const)('A run with one of %s has not', (fault) => {
  expect(listBreaches({ ...KEPT, [fault]: 1 })).toEqual([expect.stringMatching(/^1 /)])
})

test('A run in which nothing was acknowledged proves nothing', () => {
  expect(listBreaches({ ...KEPT, created: 0, statuses: 0, webhooks: 0 })).toHaveLength(1)
})
