import { beforeAll, describe, expect, it } from 'vitest'
import type { Image } from '../../../domain/image.ts'
import { CAST } from '../../../test/people/cast.ts'
import { drawDocument } from '../../../test/people/documents/draw-document.ts'
import { issueDocument } from '../../../test/people/documents/issue-document.ts'
import { compressFrame } from '../../../test/people/film/compress-frame.ts'
import { COOPERATIVE, type Distortion } from '../../../test/people/film/distortion.ts'
import { filmDocument } from '../../../test/people/film/film-document.ts'
import { seeCard } from '../card/see-card.ts'
import { viewChange } from './view-change.ts'

/** Cards are drawn and filmed. */
const TIMEOUT_MS = 120_000

let front: Image
beforeAll(async () => {
  front = (await drawDocument(issueDocument(CAST.mei, 'id-card'))).front
}, TIMEOUT_MS)

async function film(distortion: Distortion): Promise<Image[]> {
  const card = { image: front, cornerShare: 0.037 }
  const shots = await filmDocument(card, { seed: 21, frames: 4, distortion, hand: [0.8, 0.6, 0.5] })
  return shots.map(({ image }) => image)
}

function changeOver(frames: readonly Image[]) {
  const sights = frames.map(seeCard)
  const [{ frame, card }] = sights
  if (card === null) throw new Error('Found no card')
  return viewChange({ frame, quad: card }, sights)
}

describe('viewChange()', () => {
  it(
    'sees a card that is held in a hand move and tilt',
    async () => {
      const view = changeOver(await film(COOPERATIVE))
      expect(view?.frames).toBe(4)
      expect(view?.movedPx).toBeGreaterThan(1)
      expect(view?.tiltDegrees).toBeGreaterThan(0.5)
      expect(view?.lightShare).toBeLessThan(0.15)
    },
    TIMEOUT_MS,
  )

  it(
    'sees one picture stand still, however each frame is compressed',
    async () => {
      const [picture] = await film(COOPERATIVE)
      const frames = await Promise.all([95, 80, 65, 50].map((quality) => compressFrame(picture, quality)))
      const view = changeOver(frames)
      expect(view?.movedPx).toBeLessThan(0.1)
      expect(view?.lightShare).toBeLessThan(0.01)
    },
    TIMEOUT_MS,
  )

  it(
    'sees one picture stand still in frames of which some show no rim, and none where one that moved shows none',
    async () => {
      const shots = await film(COOPERATIVE)
      const frames = await Promise.all([95, 80, 65, 50].map((quality) => compressFrame(shots[0], quality)))
      const sights = frames.map(seeCard)
      const [{ frame, card }] = sights
      if (card === null) throw new Error('Found no card')
      const rimless = (sight: (typeof sights)[number]) => ({ ...sight, card: null, extent: null })
      const best = { frame, quad: card }
      const view = viewChange(best, [...sights.slice(0, 3), rimless(sights[3])])
      expect(view).toMatchObject({ frames: 4, tiltDegrees: 0 })
      expect(view?.movedPx).toBeLessThan(0.1)
      expect(viewChange(best, sights.map(rimless))?.frames).toBe(4)
      const moved = shots.slice(1).map((other) => rimless(seeCard(other)))
      expect(viewChange(best, [sights[0], ...moved])).toBeNull()
      const mixed = viewChange(best, [...sights.slice(0, 3).map(rimless), ...moved])
      expect(mixed).toMatchObject({ frames: 3 })
      expect(mixed?.movedPx).toBeGreaterThan(1)
    },
    TIMEOUT_MS,
  )

  it(
    'sees a reflection wander over the card',
    async () => {
      const glareWay = { from: { x: 0.2, y: 0.3 }, to: { x: 0.8, y: 0.6 } }
      expect(
        changeOver(await film({ ...COOPERATIVE, glareShare: 0.3, glareWay }))?.lightShare,
      ).toBeGreaterThan(0.2)
    },
    TIMEOUT_MS,
  )

  it(
    'says nothing of a single frame',
    async () => {
      expect(changeOver((await film(COOPERATIVE)).slice(0, 1))).toBeNull()
    },
    TIMEOUT_MS,
  )
})
