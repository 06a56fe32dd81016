import type { Image, Point, Quad } from '../../../domain/image.ts'
import { warpPerspective } from '../../image/warp-perspective.ts'

/** Widest cut in its heights: 44 characters of a line cut tightly. */
const MAX_ASPECT = 37.5

/** The line under a quad, straightened to a recogniser's height and a width that is a multiple of its step, px. */
export function cutLine(image: Image, quad: Quad, { height, step }: { height: number; step: number }): Image {
  const [topLeft, topRight, bottomRight, bottomLeft] = quad
  const length = (distance(topLeft, topRight) + distance(bottomLeft, bottomRight)) / 2
  const thickness = (distance(topLeft, bottomLeft) + distance(topRight, bottomRight)) / 2
  const aspect = Math.min(MAX_ASPECT, length / thickness)
  const width = Math.max(step, Math.round((aspect * height) / step) * step)
  return warpPerspective(image, quad, { width, height })
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
