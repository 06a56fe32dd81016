import type { Box, Quad } from '../../../domain/image.ts'

/** The corners of a box, from its upper left one clockwise. */
export function boxQuad({ x, y, width, height }: Box): Quad {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]
}
