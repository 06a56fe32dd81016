import { expect, test } from 'vitest'
import { parseBusySeconds } from './others-load.ts'

test('idling and waiting for the disk are not busy, stolen time is', () => {
  expect(parseBusySeconds('cpu  100 20 300 9000 4000 5 6 70 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n')).toBeCloseTo(
    5.01,
  )
})
