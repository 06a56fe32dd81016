import { describe, expect, test } from 'vitest'
import { acceptedCount, acceptedShare, type ComparedPair, judgeShare } from './verification-rates.ts'

/** Ten people, four genuine pairs each and one impostor pair with everybody. */
function pairsOf(genuine: (person: number, k: number) => number): ComparedPair[] {
  const people = Array.from({ length: 10 }, (_, i) => i)
  return people.flatMap((i) => [
    ...[0, 1, 2, 3].map((k) => ({ a: `p${i}`, b: `p${i}`, score: genuine(i, k) })),
    ...people.filter((j) => j > i).map((j) => ({ a: `p${i}`, b: `p${j}`, score: (i * 10 + j) / 1000 })),
  ])
}

describe('acceptedShare()', () => {
  test('accepts all where no impostor pair comes near', () => {
    const accepted = acceptedShare(
      pairsOf(() => 0.9),
      0.1,
    )
    expect(accepted).toMatchObject({ share: 1, to: 1 })
    // Ten people all accepted: Wilson, 10 / (10 + 1.96^2).
    expect(accepted?.from).toBeCloseTo(0.722, 3)
  })

  test('says nothing of a rate that so few impostor pairs cannot show', () => {
    expect(
      acceptedShare(
        pairsOf(() => 0.9),
        1e-3,
      ),
    ).toBeNull()
  })

  test('counts a pair without a face as not accepted', () => {
    const accepted = acceptedShare(
      pairsOf((_, k) => (k === 0 ? Number.NEGATIVE_INFINITY : 0.9)),
      1 / 45,
    )
    expect(accepted?.share).toBe(0.75)
  })

  test('sets the score by the share of impostor pairs that reach it', () => {
    const pairs = pairsOf((_, k) => (k === 0 ? 0.05 : 0.9))
    expect(acceptedShare(pairs, 0.5)?.share).toBe(1)
    expect(acceptedShare(pairs, 0.5)?.threshold).toBeLessThanOrEqual(0.05)
    expect(acceptedShare(pairs, 1 / 45)?.share).toBe(0.75)
  })

  test('has a wide interval where one of few people fails wholly', () => {
    const accepted = acceptedShare(
      pairsOf((person) => (person === 0 ? 0 : 0.9)),
      1 / 45,
    )
    expect(accepted).toMatchObject({ share: 0.9, to: 1 })
    expect(accepted?.from).toBeLessThan(0.8)
  })
})

describe('acceptedCount()', () => {
  test('counts the genuine pairs that the share is of', () => {
    const pairs = pairsOf((_, k) => (k === 0 ? 0.05 : 0.9))
    expect(acceptedCount(pairs, 1 / 45)).toEqual({ count: 30, total: 40 })
    expect(acceptedCount(pairs, 0.5)).toEqual({ count: 40, total: 40 })
    for (const rate of [1 / 45, 0.2, 0.5, 0.9]) {
      expect(acceptedShare(pairs, rate)?.share).toBe((acceptedCount(pairs, rate)?.count ?? 0) / 40)
    }
  })

  test('counts a pair without a face as not accepted, and says nothing of a rate that cannot be shown', () => {
    const pairs = pairsOf((_, k) => (k === 0 ? Number.NEGATIVE_INFINITY : 0.9))
    expect(acceptedCount(pairs, 1)).toEqual({ count: 30, total: 40 })
    expect(acceptedCount(pairs, 1e-3)).toBeNull()
  })
})

test('a goal within the interval is not said to be reached nor missed', () => {
  expect(judgeShare({ from: 0.99, to: 1 }, 0.98)).toBe('reached')
  expect(judgeShare({ from: 0.5, to: 0.97 }, 0.98)).toBe('missed')
  expect(judgeShare({ from: 0.9, to: 1 }, 0.98)).toBe('not demonstrable with this data')
})
