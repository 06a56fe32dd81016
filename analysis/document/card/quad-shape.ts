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
export function cornerSkew([a, b, c, d]: Quad): number {
  return Math.max(cosineAt(d, a, b), cosineAt(a, b, c), cosineAt(b, c, d), cosineAt(c, d, a))
}

function cosineAt(before: Point, corner: Point, after: Point): number {
  const product = (before.x - corner.x) * (after.x - corner.x) + (before.y - corner.y) * (after.y - corner.y)
  return Math.abs(product) / (distance(before, corner) * distance(after, corner))
}

/** Quicker than Math.hypot, which minds overflow: the search for a card asks thousands of times. */
function distance(a: Point, b: Point): number {
  const [x, y] = [a.x - b.x, a.y - b.y]
  return Math.sqrt(x * x + y * y)
}
