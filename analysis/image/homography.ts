import type { Point, Quad } from '../../domain/image.ts'
import type { Size } from './size.ts'

/** A projective map of the plane, row by row, the last entry 1: (ax+by+c)/(gx+hy+1), (dx+ey+f)/(gx+hy+1). */
export type Homography = readonly [number, number, number, number, number, number, number, number, 1]

/**
 * The map from an upright rectangle, its top-left corner at the origin, onto a quad.
 * Closed form for the unit square (Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, §2.2.3).
 * Throws a RangeError when three corners of the quad lie on one line.
 */
export function homographyOntoQuad(size: Size, quad: Quad): Homography {
  const [p0, p1, p2, p3] = quad
  const dx1 = p1.x - p2.x
  const dx2 = p3.x - p2.x
  const dx3 = p0.x - p1.x + p2.x - p3.x
  const dy1 = p1.y - p2.y
  const dy2 = p3.y - p2.y
  const dy3 = p0.y - p1.y + p2.y - p3.y
  const determinant = dx1 * dy2 - dx2 * dy1
  if (determinant === 0 || !Number.isFinite(determinant)) throw new RangeError('Quad has no area')
  const g = (dx3 * dy2 - dx2 * dy3) / determinant
  const h = (dx1 * dy3 - dx3 * dy1) / determinant
  const { width, height } = size
  return [
    (p1.x - p0.x + g * p1.x) / width,
    (p3.x - p0.x + h * p3.x) / height,
    p0.x,
    (p1.y - p0.y + g * p1.y) / width,
    (p3.y - p0.y + h * p3.y) / height,
    p0.y,
    g / width,
    h / height,
    1,
  ]
}

/** Where the map sends a point. */
export function mapPoint(map: Homography, point: Point): Point {
  const { x, y } = point
  const depth = map[6] * x + map[7] * y + 1
  return { x: (map[0] * x + map[1] * y + map[2]) / depth, y: (map[3] * x + map[4] * y + map[5]) / depth }
}

/** The map back: where a point came from that the map sent here. Throws a RangeError when the map is flat. */
export function invertHomography([a, b, c, d, e, f, g, h]: Homography): Homography {
  const last = a * e - b * d
  if (last === 0 || !Number.isFinite(last)) throw new RangeError('Map has no way back')
  const rows = [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
  ]
  const [p, q, r, s, t, u, v, w] = rows.map((value) => value / last)
  return [p, q, r, s, t, u, v, w, 1]
}
