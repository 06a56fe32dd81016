import { beforeAll, describe, expect, it } from 'vitest'
import type { Image } from '../../../domain/image.ts'
import { CAST } from '../../../test/people/cast.ts'
import { drawDocument } from '../../../test/people/documents/draw-document.ts'
import { issueDocument } from '../../../test/people/documents/issue-document.ts'
import { filmDocument } from '../../../test/people/film/film-document.ts'
import { seeCard } from '../card/see-card.ts'
import { missingCorner } from './missing-corner.ts'

/** Cards are drawn and filmed. */
const TIMEOUT_MS = 120_000

let front: Image
beforeAll(async () => {
  front = (await drawDocument(issueDocument(CAST.theo, 'residence-permit'))).front
}, TIMEOUT_MS)

async function missingWith(cutShare: number): Promise<number | null> {
  const card = { image: front, cornerShare: 0.037, cutShare }
  const [shot] = await filmDocument(card, { seed: 31, frames: 1, hand: [0.8, 0.6, 0.5] })
  const sight = seeCard(shot.image)
  if (sight.card === null) throw new Error('Found no card')
  return missingCorner(shot.image, sight.card)
}

describe('missingCorner()', () => {
  it(
    'takes the round corners of a card for its own',
    async () => {
      expect(await missingWith(0)).toBeLessThan(0.2)
    },
    TIMEOUT_MS,
  )

  it(
    'sees a corner that is cut off',
    async () => {
      expect(await missingWith(0.14)).toBeGreaterThan(0.7)
    },
    TIMEOUT_MS,
  )
})
