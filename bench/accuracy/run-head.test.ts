import { expect, test } from 'vitest'
import { recordedSample, sampleOf } from './figures/sample-of.ts'
import { runHead } from './run-head.ts'

const RUN = {
  date: '2026-01-01T10:00',
  cpu: 'CPU',
  cores: 2,
  memoryBytes: 1,
  system: 'linux',
  node: 'v24',
  loadBefore: 0,
  commit: 'abc1234',
  changedFiles: [],
}

test('runHead() tells when another sample was measured than by default, and it is found again', () => {
  const sample = sampleOf({ BENCH_FILMS: '3', BENCH_PEOPLE: '2', OTHER: '1' })
  expect(recordedSample(runHead({ ...RUN, sample }))).toBe('BENCH_FILMS=3 BENCH_PEOPLE=2')
  expect(recordedSample(runHead({ ...RUN, sample: sampleOf({}) }))).toBe('')
})
