import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../test/people/random.ts'
import { measureUnevenness } from './_measure-unevenness.ts'
import { residualsOf, uprightOf } from './_residuals-of.ts'
import { noiseOfPlaces } from './_weigh-places.ts'

/** Colours that change every fourth of 20 samples, as tints. */
const TINTS = Array.from({ length: 60 }, (_, i) => (Math.floor(i / 12) % 3 === i % 3 ? 0.04 : -0.02))
const TIMES = Array.from({ length: 20 }, (_, i) => ({ index: Math.floor(i / 4), share: 1 }))
/** What is taken out of each place before: that it is there, and an even drift. */
const UPRIGHT = uprightOf([TIMES.map(() => 1), TIMES.map((_, i) => i)])
const EXPECTED = residualsOf(TINTS, UPRIGHT)
/** How much noisier one place is than another. */
const NOISINESS = [0.5, 2, 1, 0.7, 1.5, 1, 1]
/** Places that gain by their shares, seen with noise, as they are read. */
function places(shares: readonly number[], noise: number, seed = 1): number[][] {
  const random = seededRandom(seed, 'places')
  return shares.map((share, p) =>
    residualsOf(
      TINTS.map((value) => value * share + noise * NOISINESS[p] * random.normal()),
      UPRIGHT,
    ),
  )
}
function unevennessOf(seen: number[][], expected = EXPECTED) {
  const noise = noiseOfPlaces(seen, { expected, explained: 2 })
  return measureUnevenness(seen, { expected, noise, explained: 2, times: TIMES })
}
const ratioOf = (shares: readonly number[], noise: number, seed?: number) =>
  unevennessOf(places(shares, noise, seed))?.ratio ?? Number.NaN
const FLAT = [1, 1, 1, 1, 1, 1, 1]
const HEAD = [0.6, 0.9, 1.3, 1.1, 0.8, 1.2, 1.4]

describe('measureUnevenness()', () => {
  const meanRatio = (noise: number) =>
    Array.from({ length: 40 }, (_, seed) => ratioOf(FLAT, noise, seed)).reduce(
      (sum, ratio) => sum + ratio,
      0,
    ) / 40

  test('is about 1 for a flat picture, however noisy it is seen, and less where noise is less than paper differs by', () => {
    for (const noise of [0.05, 0.2]) {
      expect(meanRatio(noise)).toBeGreaterThan(0.7)
      expect(meanRatio(noise)).toBeLessThan(1.3)
    }
    expect(meanRatio(0.01)).toBeLessThan(0.7)
  })

  test('is more for a head, the more the less noise there is', () => {
    expect(ratioOf(HEAD, 0.01)).toBeGreaterThan(5)
    expect(ratioOf(HEAD, 0.002)).toBeGreaterThan(ratioOf(HEAD, 0.01))
  })

  test('sees a head by the places that are seen well, whatever the noise of the others', () => {
    const one = [1, 1, 1, 1, 1, 1, 0.4]
    const seen = places(one, 0.004)
    const noisy = places(FLAT, 0.3, 2)
    expect(unevennessOf(seen.map((place, p) => (p === 1 ? noisy[p] : place)))?.ratio).toBeGreaterThan(3.5)
  })

  test('takes noise that lasts as long as a colour for what it is', () => {
    const random = seededRandom(3, 'askew')
    const ratios = Array.from({ length: 40 }, () => {
      const seen = FLAT.map((_, p) => {
        const askew = Array.from({ length: 5 }, () => [0, 0, 0].map(() => 0.02 * random.normal()))
        const tints = TINTS.map(
          (value, i) => value + askew[Math.floor(i / 12)][i % 3] + 0.004 * NOISINESS[p] * random.normal(),
        )
        return residualsOf(tints, UPRIGHT)
      })
      return unevennessOf(seen)?.ratio ?? Number.NaN
    })
    expect(ratios.reduce((sum, ratio) => sum + ratio, 0) / 40).toBeLessThan(2)
  })

  test('takes what paper differs by for flat where there is hardly any noise', () => {
    expect(ratioOf([1.04, 0.97, 1, 1.02, 0.98, 1.03, 0.96], 0.0005)).toBeLessThan(1)
  })

  test('is unknown where nothing was gained or hardly anything seen', () => {
    expect(
      unevennessOf(
        places(HEAD, 0.01),
        EXPECTED.map(() => 0),
      ),
    ).toBeNull()
    expect(unevennessOf(places([1, 1], 0.01))).toBeNull()
  })
})
