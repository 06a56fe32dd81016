import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TurnChallenge } from '../../domain/challenge.ts'
import { FACE_BANDS } from '../../domain/face-bands.ts'
import type { Image } from '../../domain/image.ts'
import { similarity } from '../../domain/similarity.ts'
import { loadEngine } from '../../test/fakes/analysis-engine.ts'
import { CAST } from '../../test/people/cast.ts'
import { drawFlatPrint } from '../../test/people/person/draw-flat-print.ts'
import { drawPerson } from '../../test/people/person/draw-person.ts'
import type { Person } from '../../test/people/person/person.ts'
import type { Engine } from '../engine.ts'
import { readFace } from './read-face.ts'

const SMALL = { width: 320, height: 240, samplesPerSide: 1 } as const
const BANDS = FACE_BANDS['face-embedding']
const CHALLENGE: TurnChallenge = { nonce: 'once', turns: ['left'], minimumYawDegrees: 14 }
const TO_THE_LEFT = [0, 6, 12, 18, 24, 12, 0]

function film(person: Person, yaws: number[]): { image: Image; timeMs: number }[] {
  return yaws.map((yaw, i) => ({ image: drawPerson(person, { ...SMALL, yaw }), timeMs: i * 150 }))
}

/** A face in the light of a screen that adds a tenth of one colour. */
function shine(person: Person, channel: 0 | 1 | 2, timeMs: number): { image: Image; timeMs: number } {
  const { data, ...size } = drawPerson(person, SMALL)
  const lit = data.map((level, i) => (i % 3 === channel ? Math.min(255, level * 1.05) : level))
  return { image: { ...size, data: lit }, timeMs }
}

describe('readFace()', () => {
  let engine: Engine
  let live: Awaited<ReturnType<typeof readFace>>
  const frames = film(CAST.luca.person, TO_THE_LEFT)

  beforeAll(async () => {
    engine = await loadEngine()
    live = await readFace(engine, { frames, challenge: CHALLENGE })
  })
  afterAll(() => engine.close())

  test('tells what was seen: the best frame, its face and the models', () => {
    const { facts, faceCrop } = live
    expect(facts).toMatchObject({ framesRead: 7, framesWithFace: 7, facesAtOnce: 1, challenge: CHALLENGE })
    expect(Math.abs(facts.best?.pose.yaw ?? 90)).toBeLessThan(6)
    expect(facts.best?.quality.sharpness).toBeGreaterThan(60)
    expect(facts.models.map(({ name }) => name)).toEqual(['face-detection', 'face-mesh', 'face-embedding'])
    expect(faceCrop?.width).toBeGreaterThan(facts.best?.box.width ?? Number.POSITIVE_INFINITY)
  })

  test('sees the turn of one and the same person', () => {
    const [turn] = live.facts.turns
    expect(turn).toMatchObject({ side: 'left', done: true, intermediateSeen: true })
    expect(turn.parallaxPercent).toBeGreaterThan(5)
    expect(turn.narrowingExcessDegrees).toBeLessThan(9)
    expect(live.facts.identityContinuity).toBeGreaterThan(BANDS.reject)
  })

  test('sees no turn of a print, even when it is turned by 40 degrees', async () => {
    const prints = TO_THE_LEFT.map((yaw, i) => ({
      image: drawFlatPrint(frames[0].image, { yaw: yaw * 1.7 }),
      timeMs: i * 150,
    }))
    const { facts } = await readFace(engine, { frames: prints, challenge: CHALLENGE })
    expect(facts.framesWithFace).toBe(7)
    expect(facts.turns[0].done).toBe(false)
  })

  test('sees another face take over along the turn', async () => {
    const others = film(CAST.amina.person, [18, 24])
    const swapped = frames.map((frame, i) =>
      i === 3 || i === 4 ? { ...frame, image: others[i - 3].image } : frame,
    )
    const { facts } = await readFace(engine, { frames: swapped, challenge: CHALLENGE })
    expect(facts.identityContinuity).toBeLessThan(BANDS.reject)
  })

  describe('with colours asked before the turns', () => {
    const asked: TurnChallenge = { ...CHALLENGE, light: ['red', 'green', 'blue', 'green', 'red'] }
    const light = {
      shown: (asked.light ?? []).map((colour, i) => ({ colour, fromMs: 160 + i * 500 })),
      untilMs: 2700,
      samples: [],
    }
    const spliced = (lit: Person | null) => [
      { ...frames[0], timeMs: 0 },
      { ...frames[0], timeMs: 160 },
      ...(lit ? [shine(lit, 0, 500), shine(lit, 2, 1900)] : []),
      ...frames.map((frame) => ({ ...frame, timeMs: frame.timeMs + 3000 })),
    ]

    test('sees the same person in them, who makes no other template by it', async () => {
      const scene = { frames: spliced(CAST.luca.person), challenge: asked, light }
      const { facts } = await readFace(engine, scene)
      expect(facts.identityContinuity).toBeGreaterThan(BANDS.reject)
      expect(facts).toMatchObject({ framesRead: 11, framesWithFace: 11, turns: [{ done: true }] })
      const times = facts.templateFrames?.map(({ timeMs }) => timeMs) ?? []
      expect(times.some((timeMs) => timeMs > 160 && timeMs <= 2700)).toBe(false)
    })

    test('sees that another face followed the colours than made the turns', async () => {
      const scene = { frames: spliced(CAST.anna.person), challenge: asked, light }
      const { facts } = await readFace(engine, scene)
      expect(facts.identityContinuity).toBeLessThan(BANDS.reject)
      expect(facts.turns[0].done).toBe(true)
    })

    test('cannot tell who followed them when no face was kept, as of before they were kept', async () => {
      const none = await readFace(engine, { frames: spliced(null), challenge: asked, light })
      expect(none.facts.identityContinuity).toBeNull()
      const { untilMs: _, ...old } = light
      const before = await readFace(engine, { frames: spliced(null), challenge: asked, light: old })
      expect(before.facts.identityContinuity).toBeNull()
    })
  })

  test('makes a template of unit length that knows the person again and nobody else', async () => {
    const template = live.facts.template ?? []
    expect(template).toHaveLength(128)
    expect(similarity(template, template)).toBeCloseTo(1, 6)
    const again = await readFace(engine, {
      frames: [{ image: drawPerson(CAST.luca.person, { ...SMALL, yaw: -8, backdrop: 5 }), timeMs: 0 }],
      challenge: null,
    })
    expect(similarity(template, again.facts.template ?? [])).toBeGreaterThan(BANDS.accept)
    const other = await readFace(engine, { frames: film(CAST.amina.person, [0]), challenge: null })
    expect(similarity(template, other.facts.template ?? [])).toBeLessThan(BANDS.reject)
  })

  test('says that nothing was seen when nobody was there', async () => {
    const wall = { data: new Uint8Array(320 * 240 * 3).fill(150), width: 320, height: 240 }
    const { facts, faceCrop } = await readFace(engine, {
      frames: [{ image: wall, timeMs: 0 }],
      challenge: CHALLENGE,
    })
    expect(facts).toMatchObject({
      framesRead: 1,
      framesWithFace: 0,
      facesAtOnce: 0,
      best: null,
      template: null,
    })
    expect(facts).toMatchObject({ identityContinuity: null, turns: [{ side: 'left', done: false }] })
    expect(faceCrop).toBeNull()
  })
})
