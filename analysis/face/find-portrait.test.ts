import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FACE_BANDS } from '../../domain/face-bands.ts'
import type { Image } from '../../domain/image.ts'
import { similarity } from '../../domain/similarity.ts'
import { loadEngine } from '../../test/fakes/analysis-engine.ts'
import { CAST } from '../../test/people/cast.ts'
import { drawPerson } from '../../test/people/person/draw-person.ts'
import type { Engine } from '../engine.ts'
import { resizeImage } from '../image/resize-image.ts'
import { rotateImage } from '../image/rotate-image.ts'
import { findPortrait } from './find-portrait.ts'
import { readFace } from './read-face.ts'

const CARD = { width: 1000, height: 630 }
const PORTRAIT = { width: 200, height: 257, headShare: 0.72, backdrop: 'plain', samplesPerSide: 1 } as const

/** A pale card with pictures laid on it. */
function lay(...prints: { image: Image; x: number; y: number }[]): Image {
  const data = new Uint8Array(CARD.width * CARD.height * 3).fill(215)
  for (const { image, x, y } of prints) {
    for (let row = 0; row < image.height; row++) {
      const line = image.data.subarray(row * image.width * 3, (row + 1) * image.width * 3)
      data.set(line, ((y + row) * CARD.width + x) * 3)
    }
  }
  return { data, ...CARD }
}

describe('findPortrait()', () => {
  let engine: Engine
  const portrait = drawPerson(CAST.luca.person, PORTRAIT)

  beforeAll(async () => {
    engine = await loadEngine()
  })
  afterAll(() => engine.close())

  test('finds the portrait, not its small copy, and cuts it out', async () => {
    const copy = resizeImage(portrait, { width: 90, height: 116 })
    const found = await findPortrait(
      engine,
      lay({ image: portrait, x: 60, y: 170 }, { image: copy, x: 820, y: 300 }),
    )
    expect(found?.confidence).toBeGreaterThan(0.7)
    const { x, y, width, height } = found?.box ?? { x: 0, y: 0, width: 0, height: 0 }
    expect(x).toBeGreaterThan(55)
    expect(x + width).toBeLessThan(60 + 200 + 40)
    expect(y).toBeGreaterThan(140)
    expect(y + height).toBeLessThan(170 + 257 + 40)
    expect(found?.crop).toMatchObject({ width, height })
  })

  test('knows the person live, also from a portrait of 110 pixels', async () => {
    const small = resizeImage(portrait, { width: 110, height: 141 })
    const found = await findPortrait(engine, lay({ image: small, x: 700, y: 300 }))
    const live = await readFace(engine, {
      frames: [
        { image: drawPerson(CAST.luca.person, { width: 320, height: 240, samplesPerSide: 1 }), timeMs: 0 },
      ],
      challenge: null,
    })
    const alike = similarity(found?.template ?? [], live.facts.template ?? [])
    expect(alike).toBeGreaterThan(FACE_BANDS['face-embedding'].accept)
  })

  test('finds none on an empty card and is less sure of one that lies upside down', async () => {
    expect(await findPortrait(engine, lay())).toBeNull()
    const card = lay({ image: portrait, x: 60, y: 170 })
    const upright = await findPortrait(engine, card)
    const turned = await findPortrait(engine, rotateImage(card, 2))
    expect(upright?.confidence).toBeGreaterThan((turned?.confidence ?? 0) + 0.05)
  })
})
