import { beforeAll, describe, expect, it } from 'vitest'
import type { DoubtFacts } from '../../../domain/document/doubt-facts.ts'
import type { Image } from '../../../domain/image.ts'
import { checkDocumentQuality } from '../../../server/checks/rules/check-quality.ts'
import { checkScreen } from '../../../server/checks/rules/check-screen.ts'
import { makeFront } from '../../../test/fakes/scene-facts.ts'
import { CAST } from '../../../test/people/cast.ts'
import { drawDocument } from '../../../test/people/documents/draw-document.ts'
import { issueDocument } from '../../../test/people/documents/issue-document.ts'
import { COOPERATIVE, DISTORTIONS, type Distortion } from '../../../test/people/film/distortion.ts'
import { filmDocument } from '../../../test/people/film/film-document.ts'
import { showOnScreen } from '../../../test/people/film/show-on-screen.ts'
import { seeCard } from '../card/see-card.ts'
import { measureDoubts } from './measure-doubts.ts'

/** Cards are drawn and filmed. */
const TIMEOUT_MS = 120_000

let front: Image
beforeAll(async () => {
  front = (await drawDocument(issueDocument(CAST.luca, 'driving-licence'))).front
}, TIMEOUT_MS)

async function doubt(image: Image, distortion: Distortion): Promise<DoubtFacts> {
  const [shot] = await filmDocument(
    { image, cornerShare: 0.037 },
    { seed: 7, frames: 1, distortion, hand: [0.8, 0.6, 0.5] },
  )
  const sight = seeCard(shot.image)
  return measureDoubts({ sight, sights: [sight], quad: sight.card, print: null, mrz: null })
}

/** Reason codes that a side without a zone gets for what was measured. */
const codesOf = (doubts: DoubtFacts) => {
  const facts = makeFront({ mrz: null, doubts })
  const findings = [checkDocumentQuality('front', facts), checkScreen(facts)]
  return findings.flatMap((finding) => finding?.reasonCodes ?? [])
}

describe('measureDoubts()', () => {
  it(
    'has nothing against a card that is well filmed',
    async () => {
      const doubts = await doubt(front, DISTORTIONS.none)
      expect(doubts.extent).toBe('whole')
      expect(Math.abs((doubts.cardWidth ?? 0) - 920)).toBeLessThan(40)
      expect(codesOf(doubts)).toEqual([])
    },
    TIMEOUT_MS,
  )

  it(
    'sees that a card is smeared by movement (1301)',
    async () => {
      expect(codesOf(await doubt(front, DISTORTIONS.motion))).toEqual([1301])
    },
    TIMEOUT_MS,
  )

  it(
    'sees that a card goes on beyond the frame (1304)',
    async () => {
      const doubts = await doubt(front, DISTORTIONS['partly-outside'])
      expect(doubts.extent).toBe('cut')
      expect(codesOf(doubts)).toEqual([1304])
    },
    TIMEOUT_MS,
  )

  it(
    'sees that a card is too far away for its print (1301)',
    async () => {
      const doubts = await doubt(front, { ...COOPERATIVE, coverage: 0.28 })
      expect(codesOf(doubts)).toEqual([1301])
    },
    TIMEOUT_MS,
  )

  it.each([500, 700, 1100])(
    'sees the grid of a screen of %i pixels (2202)',
    async (width) => {
      const doubts = await doubt(showOnScreen(front, width), { ...COOPERATIVE, exposure: 2.6 })
      expect(codesOf(doubts)).toContain(2202)
    },
    TIMEOUT_MS,
  )

  it('measures no stripes in a frame too small for them', () => {
    const sight = seeCard({ data: new Uint8Array(100 * 80 * 3), width: 100, height: 80 })
    expect(measureDoubts({ sight, sights: [sight], quad: null, print: null, mrz: null }).stripes).toBeNull()
  })
})
