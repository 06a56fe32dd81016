import type { Image, Quad } from '../../../domain/image.ts'
import { warpPerspective } from '../../image/warp-perspective.ts'
import { CARD_ASPECTS, sideLengths } from './quad-shape.ts'

/** Width of a rectified card, px: as much as a 1080p frame shows of one that fills two thirds of it. */
export const CARD_WIDTH = 1200

/**
 * The card under the quad, seen from the front with its longer side lying, `width` px wide, in the shape of the
 * document that its own is nearest to (quad-shape). Which way up it is stays open.
 */
export function rectifyCard(image: Image, quad: Quad, width: number = CARD_WIDTH): Image {
  const lying = lyingQuad(quad)
  return warpPerspective(image, lying, { width, height: Math.round(width / nearestAspect(lying)) })
}

/** The same quad, its corners beginning at the left end of a longer side. */
export function lyingQuad(quad: Quad): Quad {
  const [top, right, bottom, left] = sideLengths(quad)
  const [a, b, c, d] = quad
  return top + bottom >= right + left ? quad : [d, a, b, c]
}

function nearestAspect(lying: Quad): number {
  const [top, right, bottom, left] = sideLengths(lying)
  const measured = (top + bottom) / (right + left)
  const error = (aspect: number) => Math.abs(Math.log(measured / aspect))
  return CARD_ASPECTS.reduce((best, aspect) => (error(aspect) < error(best) ? aspect : best))
}
