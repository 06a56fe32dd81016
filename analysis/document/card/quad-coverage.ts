import type { Image, Quad } from '../../../domain/image.ts'
import { sideLengths } from './quad-shape.ts'

/** Share of the frame's width that a card fills, 0-1; of the frame's height for a card that stands upright in it. */
export function quadCoverage(quad: Quad, frame: Pick<Image, 'width' | 'height'>): number {
  const [top, right, bottom, left] = sideLengths(quad)
  const width = (top + bottom) / 2
  const height = (right + left) / 2
  return Math.min(1, width >= height ? width / frame.width : height / frame.height)
}
