import sharp, { type Sharp } from 'sharp'
import { analyzeScene } from '../../../analysis/analyze-scene.ts'
import { readCertificates } from '../../../analysis/barcode/check-2d-doc.ts'
import type { Engine } from '../../../analysis/engine.ts'
import type { DocumentSideFacts, FaceFacts } from '../../../domain/facts.ts'
import type { Image } from '../../../domain/image.ts'
import { CAST } from '../../people/cast.ts'
import { drawDocument } from '../../people/documents/draw-document.ts'
import { type DocumentKind, issueDocument } from '../../people/documents/issue-document.ts'
import { ocrBZone } from '../../people/documents/ocr-b.ts'
import { ground, renderSheet } from '../../people/documents/sheet.ts'
import { DISTORTIONS, type Distortion } from '../../people/film/distortion.ts'
import { filmDocument } from '../../people/film/film-document.ts'
import { drawPerson } from '../../people/person/draw-person.ts'
import { drawBarcode } from '../codes/draw-barcode.ts'
import { makeCodeSigner, write2dDoc } from '../codes/write-2d-doc.ts'

/** ISO date of the day on which everything is read. */
export const TODAY = '2026-11-25'
const FRAMES = 2
const { luca } = CAST
const VISA = { widthMm: 120, heightMm: 80 }
/** The specimen of ICAO 9303-7, appendix A. */
const VISA_ZONE = [
  'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L8988901C4XXX4009078F96121096ZE184226B<<<<<<',
]

/** Draws what may be held before a camera, films it and reads it. */
export function pixelReader(engine: Engine) {
  return {
    readSide: (frames: Image[], side: 'front' | 'back' = 'front') => readSide(engine, frames, side),
    readFace: (image: Image) => readFace(engine, image),
    readForgedCode: () => readForgedCode(engine),
    readLucasBack: async (side: 'front' | 'back' = 'back') =>
      readSide(engine, await filmPicture(await drawLucasBack()), side),
  }
}

/** The front of a document, Luca's unless another one is named, flat. */
export async function drawFront(kind: DocumentKind, expiryDate?: string, holder = luca): Promise<Image> {
  return (await drawDocument(issueDocument(holder, kind, expiryDate ? { expiryDate } : {}))).front
}

async function drawLucasBack(): Promise<Image> {
  const { back } = await drawDocument(issueDocument(luca, 'id-card'))
  if (!back) throw new Error('An identity card has a back')
  return back
}

/** Frames of a flat picture that a hand holds over a desk; `cutShare` of its width is cut off a corner. */
export async function filmPicture(
  image: Image,
  distortion: Distortion = DISTORTIONS.none,
  cutShare = 0,
): Promise<Image[]> {
  const card = { image, cornerShare: 0.03, cutShare }
  const shots = await filmDocument(card, { seed: 11, frames: FRAMES, distortion, hand: [0.8, 0.6, 0.5] })
  return shots.map((shot) => shot.image)
}

async function readSide(engine: Engine, frames: Image[], side: 'front' | 'back'): Promise<DocumentSideFacts> {
  const scene = side === 'front' ? 'document-front' : 'document-back'
  const filmed = frames.map((image, index) => ({ image, timeMs: index * 200 }))
  const { facts } = await analyzeScene(engine, { scene, frames: filmed, challenge: null, today: TODAY })
  return facts as DocumentSideFacts
}

/** A face before the camera, Luca's unless another one is named. */
export const drawFace = (person = luca.person, yaw = 0) =>
  drawPerson(person, { width: 960, height: 540, yaw, samplesPerSide: 1 })

async function readFace(engine: Engine, image: Image): Promise<FaceFacts> {
  const challenge = { nonce: 'n', turns: ['left' as const], minimumYawDegrees: 14 }
  const { facts } = await analyzeScene(engine, {
    scene: 'face',
    frames: [{ image, timeMs: 0 }],
    challenge,
    today: TODAY,
  })
  return facts as FaceFacts
}

/** A frame of nothing. */
export const desk = (): Image => ({ data: new Uint8Array(640 * 360 * 3).fill(110), width: 640, height: 360 })

/** The same picture with less light, out of focus, or without colour. */
export async function changed(image: Image, change: (file: Sharp) => Sharp): Promise<Image> {
  const raw = { width: image.width, height: image.height, channels: 3 as const }
  const file = await change(sharp(image.data, { raw })).toColourspace('srgb').png().toBuffer()
  const data = await sharp(file).removeAlpha().toColourspace('srgb').raw().toBuffer()
  return { data: new Uint8Array(data), width: image.width, height: image.height }
}

/** A visa, flat. */
export function drawVisa(): Promise<Image> {
  const zone = ocrBZone(VISA_ZONE, { widthMm: VISA.widthMm, lastBaselineMm: 72 })
  return renderSheet(VISA, ground(VISA, { from: '#d8e6f2', to: '#f6e3d6' }) + zone)
}

/** The back of a card with a signed code that was altered afterwards, and the certificate of its signer. */
async function readForgedCode(engine: Engine): Promise<DocumentSideFacts> {
  const signer = await makeCodeSigner()
  const code = Uint8Array.from(await write2dDoc('62SPECIMEN\x1d66D2H6862M2\x1d', signer))
  code[28] = 'X'.charCodeAt(0)
  const printed = await drawBarcode(code, { symbology: 'DataMatrix', modulePixels: 7 })
  const back = await drawLucasBack()
  const raw = { width: back.width, height: back.height, channels: 3 as const }
  const layer = {
    input: Buffer.from(printed.data),
    raw: { ...raw, width: printed.width, height: printed.height },
  }
  const data = await sharp(back.data, { raw })
    .composite([{ ...layer, left: 900, top: 40 }])
    .removeAlpha()
    .raw()
    .toBuffer()
  const forged = { data: new Uint8Array(data), width: back.width, height: back.height }
  const by = { ...engine, certificates: readCertificates(signer.certificate) }
  return readSide(by, await filmPicture(forged), 'back')
}
