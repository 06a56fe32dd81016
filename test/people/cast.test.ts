import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../analysis/engine.ts'
import { findMainFace } from '../../analysis/face/find-main-face.ts'
import { embedFace } from '../../analysis/face/template/embed-face.ts'
import { FACE_BANDS } from '../../domain/face-bands.ts'
import type { Image } from '../../domain/image.ts'
import { similarity } from '../../domain/similarity.ts'
import { loadModels } from '../../server/platform/analysts/load-models.ts'
import { CAST, CAST_NAMES, type CastName } from './cast.ts'
import { drawPerson } from './person/draw-person.ts'

/** Everyone is drawn twice. */
const DRAWING_LIMIT_MS = 300_000
const LIVE_VIEW = { width: 400, height: 300, yaw: 6, samplesPerSide: 1 } as const
/** As a portrait, at the size that a filmed card shows it. */
const PORTRAIT_VIEW = {
  width: 240,
  height: 308,
  headShare: 0.72,
  backdrop: 'plain',
  light: { from: [-0.15, 0.35, 1] as [number, number, number], key: 0.85, fill: 0.6, warmth: 0 },
  samplesPerSide: 1,
} as const

describe('The cast', () => {
  const bands = FACE_BANDS['face-embedding']
  const lives = new Map<CastName, number[]>()
  const portraits = new Map<CastName, number[]>()
  let engine: Engine

  beforeAll(async () => {
    engine = await createEngine(await loadModels())
    for (const name of CAST_NAMES) {
      const { person } = CAST[name]
      lives.set(name, await templateOf(engine, drawPerson(person, { ...LIVE_VIEW, backdrop: person.seed })))
      portraits.set(name, await templateOf(engine, drawPerson(person, PORTRAIT_VIEW)))
    }
  }, DRAWING_LIMIT_MS)

  afterAll(() => engine?.close())

  it('is recognised on its own portraits', () => {
    for (const name of CAST_NAMES) {
      expect(similarity(lives.get(name) ?? [], portraits.get(name) ?? []), name).toBeGreaterThan(bands.accept)
    }
  })

  it('is told apart from each other', () => {
    for (const name of CAST_NAMES) {
      for (const other of CAST_NAMES) {
        if (name === other) continue
        const likeness = similarity(lives.get(name) ?? [], portraits.get(other) ?? [])
        expect(likeness, `${name} and ${other}`).toBeLessThan(bands.reject)
      }
    }
  })

  it('has names, numbers and faces of its own', () => {
    const members = CAST_NAMES.map((name) => CAST[name])
    expect(new Set(members.map(({ person }) => person.seed)).size).toBe(members.length)
    expect(new Set(members.map(({ lastName }) => lastName)).size).toBe(members.length)
    for (const member of members) expect(member.birthDate).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })
})

async function templateOf(engine: Engine, image: Image): Promise<number[]> {
  const face = await findMainFace(engine, image, 'exact')
  if (face === null) throw new Error('The detector finds no face on a drawn person')
  return embedFace(engine, image, face.mesh)
}
