import type { Point } from '../../../domain/image.ts'

/** The shift, turn and scale that brings points nearest to others (least squares; Umeyama 1991). */
export function fitSimilarity(from: Point[], to: Point[]): (x: number, y: number) => Point {
  const centre = mean(from)
  const target = mean(to)
  let [along, across, spread] = [0, 0, 0]
  for (const [i, point] of from.entries()) {
    const [x, y] = [point.x - centre.x, point.y - centre.y]
    const [u, v] = [to[i].x - target.x, to[i].y - target.y]
    along += x * u + y * v
    across += x * v - y * u
    spread += x * x + y * y
  }
  const [a, b] = [along / spread, across / spread]
  return (x, y) => ({
    x: target.x + a * (x - centre.x) - b * (y - centre.y),
    y: target.y + b * (x - centre.x) + a * (y - centre.y),
  })
}

function mean(points: Point[]): Point {
  const sum = points.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), {
    x: 0,
    y: 0,
  })
  return { x: sum.x / points.length, y: sum.y / points.length }
}
