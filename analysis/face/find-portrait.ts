import type { FrameQuality } from '../../domain/facts.ts'
import type { Box, Image } from '../../domain/image.ts'
import type { Engine } from '../engine.ts'
import { cropImage } from '../image/crop-image.ts'
import { padImage } from '../image/pad-image.ts'
import { resizeImage } from '../image/resize-image.ts'
import { faceQuality } from './face-quality.ts'
import { findMainFace, type MainFace } from './find-main-face.ts'
import { meshBox } from './mesh/face-mesh.ts'
import { alignFace } from './template/align-face.ts'
import { embedFace } from './template/embed-face.ts'

/** The portrait printed on a card. */
export interface Portrait {
  /** Head and shoulders, in pixels of the card. */
  box: Box
  /** That it is a face and stands upright, 0-1: the same face upside down gets less. */
  confidence: number
  /** Unit vector. */
  template: number[]
  /** Of the face, laid out; small portraits are enlarged, so they measure blurred. */
  quality: FrameQuality
  /** Width of the face on the card, px. */
  faceWidthPx: number
  /** Where the face is on the card. */
  faceBox: Box
  /** The box cut out of the card. */
  crop: Image
}

/**
 * Parts of a card, as shares of its width, that are searched on their own after the whole: a face on a whole
 * card fills only some forty pixels of the detector.
 */
const SEARCHED_PARTS = [
  { from: 0, to: 1 },
  { from: 0, to: 0.5 },
  { from: 0.5, to: 1 },
]

/** Height of the picture in which the face is read, pixels: small portraits are enlarged to it. */
const READING_HEIGHT_PX = 480

/** Room left round the face when reading it, in its widths: the detector misses faces that fill a picture. */
const READING_MARGIN = 0.8

/** Border added where the card ends, share of the longer side. */
const BORDER_SHARE = 0.15

/** A portrait round its face (ICAO 9303-3 §3.9.1, 35 by 45 mm): room in face widths and heights. */
const PORTRAIT_ROOM = { side: 0.35, above: 0.5, below: 0.4 }

/** Finds the portrait on a rectified card, its largest face, and makes its template; null when there is none. */
export async function findPortrait(engine: Engine, card: Image): Promise<Portrait | null> {
  const found = await findOnCard(engine, card)
  if (found === null) return null
  const read = await readPortrait(engine, card, found.box)
  if (read === null) return null
  const box = portraitBox(found.box, card)
  return {
    box,
    confidence: found.confidence * read.presence,
    template: read.template,
    quality: read.quality,
    faceWidthPx: found.box.width,
    faceBox: found.box,
    crop: cropImage(card, box),
  }
}

/** Reads the face at a place of a card, px; null when there is none. */
export async function readPortrait(
  engine: Engine,
  card: Image,
  faceBox: Box,
): Promise<{ template: number[]; quality: FrameQuality; presence: number } | null> {
  const near = enlarge(card, faceBox)
  const face = await findMainFace(engine, near, 'exact')
  if (face === null) return null
  return {
    template: await embedFace(engine, near, face.mesh),
    quality: faceQuality(alignFace(near, face.mesh)),
    presence: face.mesh.presence,
  }
}

async function findOnCard(engine: Engine, card: Image): Promise<{ box: Box; confidence: number } | null> {
  const faces: { box: Box; confidence: number }[] = []
  for (const part of SEARCHED_PARTS) {
    const left = Math.round(card.width * part.from)
    const width = Math.round(card.width * (part.to - part.from))
    const piece = padImage(cropImage(card, { x: left, y: 0, width, height: card.height }), BORDER_SHARE)
    const face = await findMainFace(engine, piece.image, 'quick')
    if (face !== null) faces.push(placeOnCard(face, { x: left - piece.border, y: -piece.border }))
  }
  const [largest] = faces.toSorted((a, b) => b.box.width * b.confidence - a.box.width * a.confidence)
  return largest ?? null
}

function placeOnCard(face: MainFace, corner: { x: number; y: number }): { box: Box; confidence: number } {
  const box = meshBox(face.mesh)
  return {
    box: { ...box, x: box.x + corner.x, y: box.y + corner.y },
    confidence: face.detection.confidence,
  }
}

/** The surroundings of the face at a size at which it is read well. */
function enlarge(card: Image, box: Box): Image {
  const margin = box.width * READING_MARGIN
  const around = {
    x: box.x - margin,
    y: box.y - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  }
  const piece = padImage(cropImage(card, around), BORDER_SHARE).image
  const scale = Math.max(1, READING_HEIGHT_PX / piece.height)
  return resizeImage(piece, {
    width: Math.round(piece.width * scale),
    height: Math.round(piece.height * scale),
  })
}

function portraitBox(face: Box, card: Image): Box {
  const left = Math.max(0, Math.round(face.x - face.width * PORTRAIT_ROOM.side))
  const top = Math.max(0, Math.round(face.y - face.height * PORTRAIT_ROOM.above))
  const right = Math.min(card.width, Math.round(face.x + face.width * (1 + PORTRAIT_ROOM.side)))
  const bottom = Math.min(card.height, Math.round(face.y + face.height * (1 + PORTRAIT_ROOM.below)))
  return { x: left, y: top, width: right - left, height: bottom - top }
}
