import type { Point, Quad } from '../../../domain/image.ts'

/** Shapes of documents, width over height: TD3 and TD2, then TD1 and driving licences (ISO/IEC 7810 §5). */
export const CARD_ASPECTS: readonly number[] = [1.42, 1.586]

/** Lengths of a quad's sides, px: top, right, bottom, left. */
export function sideLengths(quad: Quad): [number, number, number, number] {
  const [a, b, c, d] = quad
  return [distance(a, b), distance(b, c), distance(d, c), distance(a, d)]
}

/** Area of a quad whose corners go round it, px. */
export function quadArea(quad: Quad): number {
  const [a, b, c, d] = quad
  return Math.abs((c.x - a.x) * (d.y - b.y) - (d.x - b.x) * (c.y - a.y)) / 2
}

/** Largest cosine of a quad's corners, without sign: 0 when all are right angles. */
export function cornerSkew(quad: Quad): number {
  const cosines = quad.map((corner, i) => cosineAt(quad[(i + 3) % 4], corner, quad[(i + 1) % 4]))
  return Math.max(...cosines.map(Math.abs))
}

function cosineAt(before: Point, corner: Point, after: Point): number {
  const product = (before.x - corner.x) * (after.x - corner.x) + (before.y - corner.y) * (after.y - corner.y)
  return product / (distance(before, corner) * distance(after, corner))
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
