import type { Image } from '../../../domain/image.ts'
import { distortFrame } from './distort-frame.ts'
import { COOPERATIVE, type Distortion } from './distortion.ts'
import { layCard } from './lay-card.ts'
import { paintDesk } from './paint-desk.ts'
import { type PlacedCard, placeCard } from './place-card.ts'

/** Size of every film, px: what the capture app asks cameras for. */
export const FRAME_SIZE = { width: 1280, height: 720 }

/** A frame and where the card truly stands in it. */
export interface DocumentFrame {
  image: Image
  corners: PlacedCard
}

/** Films a side of a document: a loop of frames, held by a hand over a desk. */
export function filmDocument(
  card: Image,
  { seed, frames, distortion = COOPERATIVE }: { seed: number; frames: number; distortion?: Distortion },
): DocumentFrame[] {
  const desk = paintDesk(FRAME_SIZE, seed)
  return Array.from({ length: frames }, (_, index) => {
    const aspect = card.height / card.width
    const corners = placeCard({ seed, moment: index / frames, aspect, frame: FRAME_SIZE, distortion })
    const frame = { ...desk, data: desk.data.slice() }
    layCard(frame, card, corners)
    return { image: distortFrame(frame, { distortion, corners, seed: seed * frames + index }), corners }
  })
}
