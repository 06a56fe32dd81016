import type { Image } from '../../../domain/image.ts'
import { castCardShadow } from './cast-card-shadow.ts'
import { compressFrame } from './compress-frame.ts'
import { distortFrame } from './distort-frame.ts'
import { COOPERATIVE, type Distortion } from './distortion.ts'
import { layFingersOver } from './hand/lay-fingers-over.ts'
import { type Card, layCard } from './lay-card.ts'
import type { LightFrame } from './light-frame.ts'
import { paintDesk } from './paint-desk.ts'
import { type HandColor, paintFingers, paintThumb } from './paint-hand.ts'
import { type PlacedCard, placeCard } from './place-card.ts'
import { scatterThings } from './scatter-things.ts'

/** Size of every film, px: what the capture app asks cameras for. */
export const FRAME_SIZE = { width: 1280, height: 720 }

/** Light from above left falls off towards the lower right, share of full light. */
const LIGHT_FALL = 0.14

/** A frame and where the card truly stands in it. */
export interface DocumentFrame {
  image: Image
  corners: PlacedCard
}

/** How a document is filmed. */
export interface DocumentFilming {
  seed: number
  frames: number
  distortion?: Distortion
  /** Size of the frames, px. */
  size?: { width: number; height: number }
  /** Skin of the hand that holds it. */
  hand: HandColor
}

/** Films a side of a document: a loop of frames, held by a hand over a desk. */
export async function filmDocument(card: Card, filming: DocumentFilming): Promise<DocumentFrame[]> {
  const { seed, distortion = COOPERATIVE, size = FRAME_SIZE, hand } = filming
  const desk = paintDesk(size, seed)
  scatterThings(desk, { count: distortion.clutter ?? 0, seed })
  const aspect = card.image.height / card.image.width
  const frames: DocumentFrame[] = []
  for (let index = 0; index < filming.frames; index++) {
    const moment = index / filming.frames
    const corners = placeCard({ seed, moment, aspect, frame: size, distortion })
    const frame = { ...desk, data: desk.data.slice() }
    castCardShadow(frame, corners)
    paintFingers(frame, corners, hand)
    layCard(frame, card, corners)
    paintThumb(frame, corners, hand)
    if (distortion.fingersOver)
      layFingersOver(frame, { card: corners, aspect, hand, ...distortion.fingersOver })
    fallOff(frame)
    const image = distortFrame(frame, { distortion, corners, moment, seed: seed * filming.frames + index })
    const quality = distortion.jpegQuality
    frames.push({ image: quality ? await compressFrame(image, quality) : image, corners })
  }
  return frames
}

function fallOff(frame: LightFrame): void {
  for (let y = 0, at = 0; y < frame.height; y++) {
    for (let x = 0; x < frame.width; x++, at += 3) {
      const light = 1 - (LIGHT_FALL * (x / frame.width + y / frame.height)) / 2
      for (let channel = 0; channel < 3; channel++) frame.data[at + channel] *= light
    }
  }
}
