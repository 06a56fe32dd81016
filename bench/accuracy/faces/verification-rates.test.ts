import { describe, expect, test } from 'vitest'
import { acceptedShare, type ComparedPair, judgeShare } from './verification-rates.ts'

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
    expect(
      acceptedShare(
        pairsOf(() => 0.9),
        1e-3,
      ),
    ).toMatchObject({ share: 1, from: 1, to: 1 })
  })

  test('sets the score by the share of impostor pairs that reach it', () => {
    const { share, threshold } = acceptedShare(
      pairsOf((_, k) => (k === 0 ? 0.05 : 0.9)),
      0.5,
    )
    expect(share).toBe(1)
    expect(threshold).toBeLessThanOrEqual(0.05)
    expect(
      acceptedShare(
        pairsOf((_, k) => (k === 0 ? 0.05 : 0.9)),
        0.01,
      ).share,
    ).toBe(0.75)
  })

  test('has a wide interval where one of few people fails wholly', () => {
    const { share, from, to } = acceptedShare(
      pairsOf((person) => (person === 0 ? 0 : 0.9)),
      0.01,
    )
    expect(share).toBe(0.9)
    expect(from).toBeLessThan(0.8)
    expect(to).toBe(1)
  })
})

test('a goal within the interval is not said to be reached nor missed', () => {
  expect(judgeShare({ from: 0.99, to: 1 }, 0.98)).toBe('reached')
  expect(judgeShare({ from: 0.5, to: 0.97 }, 0.98)).toBe('missed')
  expect(judgeShare({ from: 0.9, to: 1 }, 0.98)).toBe('not demonstrable with this data')
})
