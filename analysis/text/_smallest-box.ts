import type { Point } from '../../domain/image.ts'
import type { TextBox } from './text-box.ts'

/** The place of a box, without what is in it. */
export type Rectangle = Omit<TextBox, 'confidence'>

/**
 * The smallest turned rectangle around points: one of its sides lies on a side of their hull
 * (Freeman and Shapira, CACM 18(7), 1975). At least one point is needed.
 */
export function smallestBox(points: Point[]): Rectangle {
  const hull = convexHull(points)
  let best: Rectangle | null = null
  for (let i = 0; i < hull.length; i++) {
    const next = hull[(i + 1) % hull.length]
    const box = boxAlong(hull, Math.atan2(next.y - hull[i].y, next.x - hull[i].x))
    if (best === null || box.width * box.height < best.width * best.height) best = box
  }
  return lengthwise(best ?? boxAlong(points, 0))
}

/** The corners of the points' hull in order (monotone chain: Andrew, Inf. Proc. Letters 9(5), 1979). */
function convexHull(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  const lower = halfHull(sorted)
  const upper = halfHull(sorted.reverse())
  return [...lower.slice(0, -1), ...upper.slice(0, -1)]
}

function halfHull(sorted: Point[]): Point[] {
  const chain: Point[] = []
  for (const point of sorted) {
    while (chain.length >= 2 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0)
      chain.pop()
    chain.push(point)
  }
  return chain
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

function boxAlong(points: Point[], angle: number): Rectangle {
  const cosine = Math.cos(angle)
  const sine = Math.sin(angle)
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    const along = x * cosine + y * sine
    const across = y * cosine - x * sine
    left = Math.min(left, along)
    right = Math.max(right, along)
    top = Math.min(top, across)
    bottom = Math.max(bottom, across)
  }
  const u = (left + right) / 2
  const v = (top + bottom) / 2
  const center = { x: u * cosine - v * sine, y: u * sine + v * cosine }
  return { center, width: right - left, height: bottom - top, angle }
}

/** The same rectangle with its longer side as width and its angle within a quarter turn of the x axis. */
function lengthwise(box: Rectangle): Rectangle {
  const isUpright = box.width < box.height
  const [width, height] = isUpright ? [box.height, box.width] : [box.width, box.height]
  let angle = isUpright ? box.angle + Math.PI / 2 : box.angle
  while (angle > Math.PI / 2) angle -= Math.PI
  while (angle <= -Math.PI / 2) angle += Math.PI
  return { center: box.center, width, height, angle }
}
