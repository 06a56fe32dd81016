import { describe, expect, it } from 'vitest'
import type { Point, Quad } from '../../domain/image.ts'
import { type DrawnScene, drawScene, SCENE_SIZE } from './_draw-scene.ts'
import { findCard } from './card/find-card.ts'
import { guideDocument } from './guide-document.ts'

/** A card 900 px wide, seen a little from the side. */
const CARD: Quad = [
  { x: 185, y: 50 },
  { x: 1085, y: 75 },
  { x: 1070, y: 690 },
  { x: 200, y: 660 },
]

function shifted(quad: Quad, { x, y }: Point): Quad {
  const [a, b, c, d] = quad.map((corner) => ({ x: corner.x + x, y: corner.y + y }))
  return [a, b, c, d]
}

function scaled(quad: Quad, factor: number): Quad {
  const [a, b, c, d] = quad.map(({ x, y }) => ({ x: 640 + (x - 640) * factor, y: 360 + (y - 360) * factor }))
  return [a, b, c, d]
}

function farthest(quad: Quad, corners: Quad): number {
  return Math.max(...quad.map(({ x, y }, i) => Math.hypot(x - corners[i].x, y - corners[i].y)))
}

const SCENES = {
  good: { card: CARD },
  cluttered: { card: CARD, desk: 'cluttered', seed: 4 },
  unfocused: { card: CARD, smear: { x: 13, y: 13 } },
  moving: { card: CARD, smear: { x: 17, y: 1 } },
  dark: { card: CARD, light: 0.1 },
  glaring: { card: CARD, glare: 0.3 },
  small: { card: scaled(CARD, 0.5) },
  cut: { card: shifted(CARD, { x: 420, y: 0 }) },
} as const satisfies Record<string, DrawnScene>

describe('findCard', () => {
  it.each(['good', 'cluttered', 'unfocused', 'moving', 'dark', 'glaring', 'small'] as const)(
    'finds the corners of a card in a scene that is %s',
    (name) => {
      const found = findCard(drawScene(SCENES[name]))
      expect(found?.extent).toBe('whole')
      expect(found && farthest(found.quad, SCENES[name].card)).toBeLessThan(0.015 * SCENE_SIZE.width)
    },
  )

  it('tells a card that goes on beyond the frame', () => {
    expect(findCard(drawScene(SCENES.cut))?.extent).toBe('cut')
  })

  it('finds none on an empty desk', () => {
    expect(findCard(drawScene({ card: null }))).toBeNull()
  })

  it('finds none in a picture of one colour, however small', () => {
    for (const size of [
      SCENE_SIZE,
      { width: 720, height: 1280 },
      { width: 40, height: 30 },
      { width: 1, height: 1 },
    ]) {
      const data = new Uint8Array(size.width * size.height * 3).fill(120)
      expect(findCard({ data, ...size })).toBeNull()
    }
  })
})

describe('guideDocument', () => {
  it.each([
    ['good', 'good'],
    ['cluttered', 'good'],
    ['unfocused', 'blurry'],
    ['moving', 'hold-still'],
    ['dark', 'too-dark'],
    ['glaring', 'glare'],
    ['small', 'too-far'],
    ['cut', 'partly-out-of-frame'],
  ] as const)('says of a card in a scene that is %s: %s', (name, hint) => {
    expect(guideDocument(drawScene(SCENES[name]), null).hint).toBe(hint)
  })

  it('says that there is no document on an empty desk', () => {
    const guidance = guideDocument(drawScene({ card: null }), null)
    expect(guidance).toMatchObject({ hint: 'no-document', worth: 0, quad: null })
  })

  it('says that it is too dark to see one', () => {
    expect(guideDocument(drawScene({ card: null, light: 0.05 }), null).hint).toBe('too-dark')
  })

  it('never calls a cluttered desk good', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const scene = drawScene({ card: null, desk: 'cluttered', seed })
      expect(guideDocument(scene, null).hint, `desk ${seed}`).not.toBe('good')
    }
  })

  it('gives sharp, bright, near frames more worth than others', () => {
    const worth = (name: keyof typeof SCENES) => guideDocument(drawScene(SCENES[name]), null).worth
    expect(worth('good')).toBeGreaterThan(0.6)
    for (const name of ['unfocused', 'moving', 'dark', 'glaring', 'cut'] as const) {
      expect(worth(name), name).toBeLessThan(worth('good') * 0.6)
    }
  })

  it('asks to hold still when the card has moved since the frame before', () => {
    const scene = drawScene(SCENES.good)
    expect(guideDocument(scene, shifted(CARD, { x: 80, y: 0 })).hint).toBe('hold-still')
    expect(guideDocument(scene, CARD).hint).toBe('good')
  })
})
