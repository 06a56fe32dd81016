import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Image } from '../../domain/image.ts'
import { loadEngine } from '../../test/fakes/analysis-engine.ts'
import { CAST } from '../../test/people/cast.ts'
import { drawDocument } from '../../test/people/documents/draw-document.ts'
import { type DocumentKind, issueDocument } from '../../test/people/documents/issue-document.ts'
import { writeMrz } from '../../test/people/documents/write-mrz.ts'
import { COOPERATIVE, type DistortionName } from '../../test/people/film/distortion.ts'
import { filmDocument } from '../../test/people/film/film-document.ts'
import { filmPerson } from '../../test/people/film/film-person.ts'
import type { HandColor } from '../../test/people/film/paint-hand.ts'
import type { Engine } from '../engine.ts'
import { cropImage } from '../image/crop-image.ts'
import { resizeImage } from '../image/resize-image.ts'
import { rotateImage } from '../image/rotate-image.ts'
import { drawScene } from './_draw-scene.ts'
import { readDocumentSide } from './read-document.ts'

const TODAY = '2026-03-15'
/** Films that were not drawn before take a while. */
const TIMEOUT_MS = 180_000
const FRAMES = 4
const DESK_LEVEL = 136
/** Standard deviation of a blur that leaves no character of a zone, px. */
const SMEARED_PX = 8
/** The last quarter of a passport's page, as a scanner of 600 dots an inch sees it, px. */
const SCANNED_STRIP = { width: 2950, height: 499 }

let engine: Engine

beforeAll(async () => {
  engine = await loadEngine()
}, TIMEOUT_MS)

afterAll(async () => {
  await engine?.close()
})

async function filmSide(
  document: DocumentKind,
  side: 'front' | 'back',
  distortion: DistortionName = 'none',
): Promise<Image[]> {
  const film = await filmPerson({ person: CAST.anna, document, distortion })
  const paths = (side === 'front' ? film.documentFront : film.documentBack) ?? []
  return Promise.all(paths.slice(0, FRAMES).map(decode))
}

async function decode(path: string): Promise<Image> {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8Array(data), width: info.width, height: info.height }
}

describe('readDocumentSide', () => {
  it(
    'notes the line that says a card is a specimen',
    async () => {
      const frames = await filmSide('id-card', 'front')
      const { facts } = await readDocumentSide(engine, { frames, side: 'front', today: TODAY })
      expect(facts.specimenLines).toMatchObject([{ text: 'SPECIMEN' }])
      expect(facts.specimenLines?.[0].confidence).toBeGreaterThan(0.9)
    },
    TIMEOUT_MS,
  )

  it(
    'notes that one frame shows the zone of another document',
    async () => {
      const frames = await filmSide('passport', 'front')
      const other = await filmPerson({ person: CAST.luca, document: 'passport' })
      const swapped = [await decode(other.documentFront[0]), ...frames.slice(0, 2)]
      const [one, both] = [frames.slice(0, 2), swapped].map((filmed) =>
        readDocumentSide(engine, { frames: filmed, side: 'front', today: TODAY }),
      )
      expect((await one).facts.mrz?.anotherConfidence).toBeNull()
      expect((await both).facts.mrz?.anotherConfidence).toBeGreaterThan(0.9)
    },
    TIMEOUT_MS,
  )

  it(
    'notes that a frame shows the zone of another document which is not read because two better ones agree',
    async () => {
      const film = await filmPerson({ person: CAST.luca, document: 'passport' })
      const frames = await Promise.all(film.documentFront.slice(0, 2).map(decode))
      const [other] = await filmSide('passport', 'front')
      const soft = await soften(other)
      const [alone, both] = [frames, [soft, ...frames]].map((filmed) =>
        readDocumentSide(engine, { frames: filmed, side: 'front', today: TODAY }),
      )
      expect((await both).facts.mrz?.lines).toEqual((await alone).facts.mrz?.lines)
      expect((await both).facts.mrz?.framesAgreeing).toBe(2)
      expect((await both).facts.mrz?.anotherConfidence).toBeGreaterThan(0.9)
    },
    TIMEOUT_MS,
  )

  it.each([
    ['held upside down', 'passport', 'front'],
    ['of another format', 'id-card', 'back'],
  ] as const)(
    'notes that a frame shows the zone of another document %s, beside a smeared frame of the first',
    async (_, document, side) => {
      const film = await filmPerson({ person: CAST.luca, document: 'passport' })
      const frames = await Promise.all(film.documentFront.slice(0, 3).map(decode))
      const [other] = await filmSide(document, side)
      const soft = rotateImage(await soften(other), 2)
      const { facts } = await readDocumentSide(engine, {
        frames: [await soften(frames[2], SMEARED_PX), soft, frames[0], frames[1]],
        side: 'front',
        today: TODAY,
      })
      expect(facts.mrz?.fields.lastName).toBe('DAMICO')
      expect(facts.mrz?.framesAgreeing).toBe(2)
      expect(facts.mrz?.anotherConfidence).toBeGreaterThan(0.9)
    },
    TIMEOUT_MS,
  )

  it.each([
    ['passport', 'front', 'TD3'],
    ['id-card', 'back', 'TD1'],
    ['french-card', 'front', 'FR-2x36'],
  ] as const)(
    'reads the zone of a %s (%s)',
    async (document, side, format) => {
      const frames = await filmSide(document, side)
      const { facts, cardCrop } = await readDocumentSide(engine, { frames, side, today: TODAY })
      expect(facts.mrz?.lines).toEqual(writeMrz(issueDocument(CAST.anna, document)))
      expect(facts.mrz).toMatchObject({ format, checksValid: true })
      expect(facts.mrz?.framesAgreeing).toBeGreaterThanOrEqual(2)
      expect(facts.mrz?.fields).toMatchObject({ lastName: 'LINDQVIST', birthDate: CAST.anna.birthDate })
      expect(facts.card?.coverage).toBeGreaterThan(0.5)
      expect(cardCrop?.width).toBe(1200)
    },
    TIMEOUT_MS,
  )

  it(
    'turns a card that is filmed upside down the right way up',
    async () => {
      // One frame: which of two equally good ones the card is cut from is not asked here.
      const frames = (await filmSide('passport', 'front')).slice(0, 1)
      const upright = await readDocumentSide(engine, { frames, side: 'front', today: TODAY })
      const turned = frames.map((frame) => rotateImage(frame, 2))
      const read = await readDocumentSide(engine, { frames: turned, side: 'front', today: TODAY })
      expect(read.facts.mrz?.lines).toEqual(upright.facts.mrz?.lines)
      expect(difference(read.cardCrop, upright.cardCrop)).toBeLessThan(12)
    },
    TIMEOUT_MS,
  )

  it(
    'finds the card but no zone where there is none',
    async () => {
      const frames = await filmSide('driving-licence', 'front')
      const { facts, cardCrop } = await readDocumentSide(engine, { frames, side: 'front', today: TODAY })
      expect(facts.mrz).toBeNull()
      expect(facts.card).not.toBeNull()
      expect(cardCrop).not.toBeNull()
    },
    TIMEOUT_MS,
  )

  it(
    'reads nothing wrong out of a blurred film, and measures the blur',
    async () => {
      const frames = await filmSide('passport', 'front', 'blur')
      const { facts } = await readDocumentSide(engine, { frames, side: 'front', today: TODAY })
      expect(facts.mrz?.checksValid ?? false).toBe(false)
      expect(facts.quality?.sharpness).toBeLessThan(60)
    },
    TIMEOUT_MS,
  )

  it(
    'reads a zone over which a reflection wanders, which no single frame shows whole',
    async () => {
      const document = issueDocument(CAST.luca, 'passport')
      const { front } = await drawDocument(document)
      const way = { from: { x: 0, y: 0.88 }, to: { x: 1.1, y: 0.88 } }
      const distortion = { ...COOPERATIVE, glareShare: 0.3, glareWay: way }
      const filming = { seed: 901, frames: 8, distortion, hand: [0.8, 0.6, 0.5] as HandColor }
      const shots = await filmDocument({ image: front, cornerShare: 0.02 }, filming)
      const frames = shots.map(({ image }) => image)
      const alone = await readDocumentSide(engine, { frames: [frames[4]], side: 'front', today: TODAY })
      expect(alone.facts.mrz?.checksValid ?? false).toBe(false)
      const { facts } = await readDocumentSide(engine, { frames, side: 'front', today: TODAY })
      expect(facts.mrz?.lines).toEqual(writeMrz(document))
      expect(facts.mrz).toMatchObject({ checksValid: true, framesAgreeing: 2 })
    },
    TIMEOUT_MS,
  )

  it.each([
    ['french-card', 0],
    ['passport', 1],
  ] as const)(
    'looks for codes on a %s as its layout may have some or not: %i times',
    async (document, times) => {
      const frames = (await filmSide(document, 'front')).slice(0, 1)
      let scans = 0
      const scanBarcodes: Engine['scanBarcodes'] = (image) => {
        scans++
        return engine.scanBarcodes(image)
      }
      const { facts } = await readDocumentSide(
        { ...engine, scanBarcodes },
        { frames, side: 'front', today: TODAY },
      )
      expect(facts.print).not.toBeNull()
      expect(scans).toBe(times)
    },
    TIMEOUT_MS,
  )

  it.each([
    ['of another frame', async (front: Image, back: Image) => [front, await soften(back)]],
    ['in the same picture', async (front: Image, back: Image) => [below(front, back)]],
  ] as const)(
    'reads the zone %s though its title is one of cards that have it on the back, or on the front',
    async (_where, show) => {
      const [front] = await filmSide('id-card', 'front')
      const [back] = await filmSide('id-card', 'back')
      const frames = await show(front, back)
      const { facts } = await readDocumentSide(engine, { frames, side: 'front', today: TODAY })
      expect(facts.mrz).toMatchObject({ format: 'TD1', checksValid: true })
    },
    TIMEOUT_MS,
  )

  it(
    'reads a zone that was cut out alone, however long its picture is',
    async () => {
      const document = issueDocument(CAST.anna, 'passport')
      const { front } = await drawDocument(document)
      const strip = { x: 0, y: front.height * 0.76, width: front.width, height: front.height * 0.24 }
      const scanned = resizeImage(cropImage(front, strip), SCANNED_STRIP)
      const { facts } = await readDocumentSide(engine, { frames: [scanned], side: 'front', today: TODAY })
      expect(facts.mrz?.lines).toEqual(writeMrz(document))
    },
    TIMEOUT_MS,
  )

  it('finds nothing on an empty desk, nor in no frames', async () => {
    const empty = { frames: [drawScene({ card: null })], side: 'back', today: TODAY } as const
    const desk = await readDocumentSide(engine, empty)
    expect(desk).toMatchObject({ facts: { framesRead: 1, card: null, mrz: null }, cardCrop: null })
    const nothing = await readDocumentSide(engine, { ...empty, frames: [] })
    expect(nothing).toMatchObject({
      facts: { framesRead: 0, card: null, mrz: null, quality: null },
      cardCrop: null,
    })
  })
})

/** So soft that a sharp frame is looked at first. */
async function soften({ data, width, height }: Image, sigma = 1.2): Promise<Image> {
  const soft = sharp(data, { raw: { width, height, channels: 3 } }).blur(sigma)
  return { data: new Uint8Array(await soft.raw().toBuffer()), width, height }
}

/** One picture over a smaller one. */
function below(upper: Image, lower: Image): Image {
  const small = resizeImage(lower, {
    width: Math.round(0.6 * upper.width),
    height: Math.round(0.6 * lower.height),
  })
  const height = upper.height + small.height
  const data = new Uint8Array(upper.width * height * 3).fill(DESK_LEVEL)
  data.set(upper.data)
  for (let y = 0; y < small.height; y++) {
    const row = small.data.subarray(y * small.width * 3, (y + 1) * small.width * 3)
    data.set(row, (upper.height + y) * upper.width * 3)
  }
  return { data, width: upper.width, height }
}

/** Mean difference of two pictures' levels, 0-255. */
function difference(a: Image | null, b: Image | null): number {
  if (!a || !b || a.data.length !== b.data.length) return 255
  return a.data.reduce((sum, level, i) => sum + Math.abs(level - b.data[i]), 0) / a.data.length
}
