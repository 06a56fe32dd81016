import type { DocumentSideFacts } from '../domain/facts.ts'
import type { Image } from '../domain/image.ts'
import { cropImage } from './image/crop-image.ts'
import { lumaPlane } from './image/luma-plane.ts'

/** Ink is darker than its place's ground by this much, levels 0-255: watermarks and guilloches stay lighter. */
const INK_DEPTH = 70
/** A signature covers at least this share of its place; marks of the card's ground and dust less. */
const MIN_INK_SHARE = 0.004

/** Cuts the holder's signature out of the upright card that it was found on; null where none is seen. */
export function cutSignature({ print }: DocumentSideFacts, card: Image): Image | null {
  if (!print?.signature) return null
  const cut = cropImage(card, print.signature)
  return isSigned(cut) ? cut : null
}

function isSigned(cut: Image): boolean {
  const levels = lumaPlane(cut).data.toSorted()
  const ground = levels[levels.length >> 1]
  const ink = levels.findLastIndex((level) => level < ground - INK_DEPTH) + 1
  return ink >= MIN_INK_SHARE * levels.length
}
