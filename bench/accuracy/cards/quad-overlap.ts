import type { Point, Quad } from '../../../domain/image.ts'

/** Area that two convex quads share over the area that either covers, 0-1. */
export function quadOverlap(a: Quad, b: Quad): number {
  const shared = areaOf(clip(clockwise(a), clockwise(b)))
  const either = areaOf(a) + areaOf(b) - shared
  return either === 0 ? 0 : shared / either
}

/** What of a polygon lies inside a convex one (Sutherland and Hodgman, CACM 17, 1974). */
function clip(polygon: Point[], by: Point[]): Point[] {
  return by.reduce((rest, from, i) => cutAt(rest, from, by[(i + 1) % by.length]), polygon)
}

/** What of a polygon lies on the inner side of a line. */
function cutAt(polygon: Point[], from: Point, to: Point): Point[] {
  const side = ({ x, y }: Point) => (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)
  return polygon.flatMap((point, i) => {
    const next = polygon[(i + 1) % polygon.length]
    const [here, there] = [side(point), side(next)]
    const kept = here >= 0 ? [point] : []
    if (here >= 0 === there >= 0) return kept
    const share = here / (here - there)
    return [...kept, { x: point.x + share * (next.x - point.x), y: point.y + share * (next.y - point.y) }]
  })
}

function clockwise(polygon: Point[]): Point[] {
  return signedAreaOf(polygon) >= 0 ? [...polygon] : polygon.toReversed()
}

function areaOf(polygon: Point[]): number {
  return Math.abs(signedAreaOf(polygon))
}

function signedAreaOf(polygon: Point[]): number {
  return polygon.reduce((sum, { x, y }, i) => {
    const next = polygon[(i + 1) % polygon.length]
    return sum + (x * next.y - next.x * y) / 2
  }, 0)
}
