import { beforeAll, describe, expect, it } from 'vitest'
import type { Image } from '../../../domain/image.ts'
import { CAST } from '../../../test/people/cast.ts'
import { drawDocument } from '../../../test/people/documents/draw-document.ts'
import { issueDocument } from '../../../test/people/documents/issue-document.ts'
import { COOPERATIVE, type FingersOver } from '../../../test/people/film/distortion.ts'
import { filmDocument } from '../../../test/people/film/film-document.ts'
import type { HandColor } from '../../../test/people/film/paint-hand.ts'
import { seeCard } from '../card/see-card.ts'
import { reachingHand } from './reaching-hand.ts'

/** Cards are drawn and filmed. */
const TIMEOUT_MS = 120_000
const OVER_PORTRAIT: FingersOver = { at: { x: 0.3, y: 0.4 }, from: 'left', count: 2 }
const SKINS: HandColor[] = [
  [0.9, 0.72, 0.62],
  [0.28, 0.18, 0.13],
]

let front: Image
beforeAll(async () => {
  front = (await drawDocument(issueDocument(CAST.amina, 'french-id-card'))).front
}, TIMEOUT_MS)

async function handOn(hand: HandColor, fingersOver?: FingersOver) {
  const distortion = { ...COOPERATIVE, ...(fingersOver && { fingersOver }) }
  const [shot] = await filmDocument(
    { image: front, cornerShare: 0.037 },
    { seed: 11, frames: 1, distortion, hand },
  )
  const { card } = seeCard(shot.image)
  if (card === null) throw new Error('Found no card')
  return reachingHand(shot.image, card)
}

describe('reachingHand()', () => {
  it.each(SKINS)(
    'finds fingers over the portrait, of skin %f %f %f',
    async (...skin) => {
      const hand = await handOn(skin as HandColor, OVER_PORTRAIT)
      expect(hand?.share).toBeGreaterThan(0.12)
      expect(hand?.covers(0.1, 0.4)).toBe(true)
      expect(hand?.covers(0.6, 0.8)).toBe(false)
    },
    TIMEOUT_MS,
  )

  it.each(SKINS)(
    'finds of a card held at its rim no more than the thumb, of skin %f %f %f',
    async (...skin) => {
      const hand = await handOn(skin as HandColor)
      expect(hand?.share).toBeLessThan(0.03)
      expect(hand?.covers(0.2, 0.5)).toBe(false)
    },
    TIMEOUT_MS,
  )
})
