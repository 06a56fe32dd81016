import { describe, expect, test } from 'vitest'
import { joinScores } from './score.ts'

describe('joinScores()', () => {
  test('is 1 only when every check is 1', () => {
    expect(joinScores([1, 1])).toBe(1)
    expect(joinScores([1, -1])).toBe(-1)
  })

  test('cannot tell from a check that was not done, nor from none at all', () => {
    expect(joinScores([1, null])).toBe(-1)
    expect(joinScores([])).toBe(-1)
  })

  test('is 0 as soon as one check found an issue', () => {
    expect(joinScores([1, -1, 0, null])).toBe(0)
  })
})
