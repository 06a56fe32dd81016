import { clamp } from '../../curve.ts'

/** Corner of a flat outline, centimetres on the canonical face. */
export type Corner = readonly [number, number, ...number[]]

/** Distance of a point from the edge of a polygon, centimetres; below 0 inside it. */
export function polygonDistance(corners: readonly Corner[], x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY
  let isInside = false
  for (let i = 0; i < corners.length; i++) {
    const from = corners[(i + corners.length - 1) % corners.length]
    const to = corners[i]
    nearest = Math.min(nearest, segmentDistance(from, to, [x, y]).distance)
    const crosses = from[1] > y !== to[1] > y
    if (crosses && x < from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0])) isInside = !isInside
  }
  return isInside ? -nearest : nearest
}

/** Distance of a point from a line between two corners, and how far along it the nearest place is, 0-1. */
export function segmentDistance(
  from: Corner,
  to: Corner,
  point: Corner,
): { distance: number; along: number } {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const along = clamp(((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy))
  const offX = point[0] - from[0] - along * dx
  const offY = point[1] - from[1] - along * dy
  return { distance: Math.sqrt(offX * offX + offY * offY), along }
}
