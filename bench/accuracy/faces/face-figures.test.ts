import { expect, test } from 'vitest'
import { faceFigures } from './face-figures.ts'
import type { JudgedPair, MatchOutcome } from './measure-matcher.ts'

const pair = (a: string, b: string, score: number): JudgedPair => ({ a, b, score, band: 'review' })

function outcomeOf(given: Partial<MatchOutcome>): MatchOutcome {
  const genuine = [pair('anna', 'anna', 0.9), pair('ben', 'ben', 0.3)]
  const impostors = Array.from({ length: 100 }, (_, i) => pair('anna', `p${i}`, i / 200))
  return {
    split: 'held-out',
    source: 'all',
    against: '100 px, colour',
    pairs: [...genuine, ...impostors],
    lost: [{ a: 'ben', b: 'ben', score: Number.NEGATIVE_INFINITY }],
    missed: 1,
    pictures: 5,
    ...given,
  }
}

const figuresOf = (outcome: MatchOutcome) =>
  faceFigures({ matchers: [{ name: 'ours', isOurs: true, outcomes: [outcome] }], yaw: [], peer: null })

test('own faces accepted at a rate of false matches are watched of every portrait, those not found among them', () => {
  expect(figuresOf(outcomeOf({}))).toContainEqual({
    name: 'held-out, 100 px, colour: own face accepted at FMR 1e-2',
    count: 1,
    total: 3,
    better: 'more',
  })
})

test('nothing is watched at a rate that so few pairs cannot show, nor of one collection alone', () => {
  const names = figuresOf(outcomeOf({})).map(({ name }) => name)
  expect(names.filter((name) => name.includes('1e-3'))).toEqual([])
  expect(figuresOf(outcomeOf({ source: 'lfw' }))).toEqual([])
})

test('heads whose yaw is read within half a turn are watched, those without a face among them', () => {
  const yaw = [{ drawn: 30, measured: [24, 36.9, 38], missed: 1 }]
  expect(faceFigures({ matchers: [], yaw, peer: null })).toEqual([
    { name: 'drawn heads at 30°: yaw within 7°', count: 2, total: 4, better: 'more' },
  ])
})
