import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { STILL_FRAMES_MINIMUM } from '../domain/document/still-frames.ts'
import { FACE_BANDS } from '../domain/face-bands.ts'
import type { DocumentSideFacts } from '../domain/facts.ts'
import type { Image } from '../domain/image.ts'
import type { SceneAnalysis, SceneToAnalyze } from '../domain/scene-analysis.ts'
import { similarity } from '../domain/similarity.ts'
import { loadEngine } from '../test/fakes/analysis-engine.ts'
import { CAST } from '../test/people/cast.ts'
import { drawDocument } from '../test/people/documents/draw-document.ts'
import { issueDocument } from '../test/people/documents/issue-document.ts'
import { filmDocument } from '../test/people/film/film-document.ts'
import { drawPerson } from '../test/people/person/draw-person.ts'
import { analyzeScene } from './analyze-scene.ts'
import type { Engine } from './engine.ts'
import { readFace } from './face/read-face.ts'
import { rotateImage } from './image/rotate-image.ts'

const BANDS = FACE_BANDS['face-embedding']
const HAND = [0.8, 0.6, 0.5] as const
/** Smaller than a camera's: drawing costs more than reading. */
const FRAME = { width: 960, height: 540 }
/** Drawing and filming a card takes 3 s alone and many times that on a busy machine. */
const DRAWING_LIMIT_MS = 120_000
const SMALL = { width: 320, height: 240, samplesPerSide: 1 } as const

/** The front of the driving licence that Luca holds: a card without a zone. */
async function filmLicence(signed: 'signed' | 'unsigned' = 'signed'): Promise<Image> {
  const drawn = await drawDocument(issueDocument(CAST.luca, 'driving-licence'))
  if (signed === 'unsigned') paintOver(drawn.front, { from: { x: 0.4, y: 0.73 }, to: { x: 0.72, y: 0.9 } })
  const cornerShare = drawn.size.cornerRadiusMm / drawn.size.widthMm
  const card = { image: drawn.front, cornerShare }
  const [frame] = await filmDocument(card, { seed: 1, frames: 1, hand: HAND, size: FRAME })
  return frame.image
}

/** Both sides of Luca's identity card, whose zone is on its back: four frames of the front, two of the back. */
async function filmCard(): Promise<Record<'front' | 'back', Image[]>> {
  const drawn = await drawDocument(issueDocument(CAST.luca, 'id-card'))
  const cornerShare = drawn.size.cornerRadiusMm / drawn.size.widthMm
  const film = async (image: Image | null, frames: number) => {
    if (image === null) throw new Error('The card has no such side')
    const shots = await filmDocument({ image, cornerShare }, { seed: 1, frames, hand: HAND })
    return shots.map((shot) => shot.image)
  }
  return { front: await film(drawn.front, 4), back: await film(drawn.back, 2) }
}

/** Paints a part of a card, in shares of its size, in the colour of its paper. */
function paintOver(card: Image, { from, to }: Record<'from' | 'to', { x: number; y: number }>): void {
  for (let y = Math.round(from.y * card.height); y < to.y * card.height; y++) {
    const row = y * card.width
    const [start, end] = [from.x, to.x].map((x) => (row + Math.round(x * card.width)) * 3)
    card.data.fill(235, start, end)
  }
}

function sceneOf(scene: SceneToAnalyze['scene'], image: Image): SceneToAnalyze {
  return { scene, frames: [{ image, timeMs: 0 }], challenge: null, today: '2026-01-31' }
}

function documentFacts({ facts }: SceneAnalysis): DocumentSideFacts {
  if (facts.kind !== 'document') throw new Error('No document was read')
  return facts
}

describe('analyzeScene()', () => {
  let engine: Engine
  let frame: Image
  let upright: SceneAnalysis

  beforeAll(async () => {
    engine = await loadEngine()
    frame = await filmLicence()
    upright = await analyzeScene(engine, sceneOf('document-front', frame))
  }, DRAWING_LIMIT_MS)
  afterAll(() => engine.close())

  test("finds the holder's portrait on the front of a card, and says which models looked", async () => {
    const facts = documentFacts(upright)
    expect(facts.portrait?.templateModel).toBe('face-embedding')
    expect(upright.portrait).toMatchObject({
      width: facts.portrait?.box.width,
      height: facts.portrait?.box.height,
    })
    expect(facts.models.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['face-mesh', 'text-detection']),
    )
    const live = await readFace(engine, {
      frames: [{ image: drawPerson(CAST.luca.person, SMALL), timeMs: 0 }],
      challenge: null,
    })
    const alike = similarity(facts.portrait?.template ?? [], live.facts.template ?? [])
    expect(alike).toBeGreaterThan(BANDS.accept)
  })

  test('names the frame that its card was cut from by when it was filmed', async () => {
    const darker = { ...frame, data: frame.data.map((value) => value * 0.2) }
    const frames = [darker, frame, darker].map((image, i) => ({ image, timeMs: 50 + i * 100 }))
    const seen = await analyzeScene(engine, { ...sceneOf('document-front', frame), frames })
    expect(documentFacts(seen).card?.frameTimeMs).toBe(150)
    expect(documentFacts(upright).card?.frameTimeMs).toBe(0)
  })

  test('turns a card that was held upside down by its portrait', async () => {
    const turned = await analyzeScene(engine, sceneOf('document-front', rotateImage(frame, 2)))
    const [before, after] = [documentFacts(upright).portrait, documentFacts(turned).portrait]
    expect(similarity(before?.template ?? [], after?.template ?? [])).toBeGreaterThan(0.97)
    expect(Math.abs((before?.box.x ?? 0) - (after?.box.x ?? 0))).toBeLessThan(60)
  })

  test('reads the portrait in further frames, also where the card lies the other way up', async () => {
    const darker = { ...frame, data: frame.data.map((value) => value * 0.75) }
    const frames = [frame, darker, rotateImage(darker, 2)].map((image, i) => ({ image, timeMs: i * 200 }))
    const seen = documentFacts(await analyzeScene(engine, { ...sceneOf('document-front', frame), frames }))
    expect(documentFacts(upright).portrait?.views).toBe(1)
    expect(seen.portrait?.views).toBe(3)
    expect(Math.hypot(...(seen.portrait?.template ?? []))).toBeCloseTo(1, 6)
  })

  test('cuts out what the holder signed, where the layout has it, and nothing of a card that is not signed', async () => {
    const place = documentFacts(upright).print?.signature
    expect(upright.signature?.width).toBeCloseTo(place?.width ?? 0, -1)
    const { facts, crop, signature } = await analyzeScene(
      engine,
      sceneOf('document-front', await filmLicence('unsigned')),
    )
    expect(facts).toMatchObject({ print: { template: { code: 'DL' } } })
    expect(crop).not.toBeNull()
    expect(signature).toBeNull()
  })

  test('reads the front of a card that is turned within its scene, and nothing but the back where too little was shown of one to tell it from a still picture', {
    timeout: DRAWING_LIMIT_MS,
  }, async () => {
    const { front: bright, back } = await filmCard()
    // The better frames are those of the back: they are read first.
    const front = bright.map((image) => ({ ...image, data: image.data.map((value) => value * 0.3) }))
    const read = async (images: Image[]) => {
      const frames = images.map((image, i) => ({ image, timeMs: i * 200 }))
      return documentFacts(await analyzeScene(engine, { ...sceneOf('document-front', front[0]), frames }))
    }
    const turned = await read([...front, ...back])
    expect(turned).toMatchObject({ mrz: null, print: { template: { code: 'TD1' } } })
    expect(turned.doubts?.view?.frames).toBeGreaterThanOrEqual(STILL_FRAMES_MINIMUM)
    expect(turned.portrait).not.toBeNull()
    expect(await read([...front.slice(1), ...back])).toMatchObject({
      mrz: { format: 'TD1', checksValid: true },
    })
    expect(await read(back)).toMatchObject({ mrz: { format: 'TD1', checksValid: true }, portrait: null })
  })

  test('looks for no portrait on a back', async () => {
    const back = await analyzeScene(engine, sceneOf('document-back', frame))
    expect(documentFacts(back).portrait).toBeNull()
    expect(back.portrait).toBeNull()
  })

  test('reads a face scene', async () => {
    const { facts, crop, portrait } = await analyzeScene(
      engine,
      sceneOf('face', drawPerson(CAST.luca.person, SMALL)),
    )
    expect(facts).toMatchObject({ kind: 'face', framesWithFace: 1 })
    expect(crop?.width).toBeGreaterThan(60)
    expect(portrait).toBeNull()
  })

  test('refuses a frame whose pixels do not fit its size', async () => {
    const broken = { data: new Uint8Array(10), width: 100, height: 100 }
    await expect(analyzeScene(engine, sceneOf('face', broken))).rejects.toThrow('has 10 bytes')
  })
})
