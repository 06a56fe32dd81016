import type { Box } from '../../../../domain/image.ts'

/** The middle of a box's height, px. */
export function boxMiddle({ y, height }: Box): number {
  return y + height / 2
}
