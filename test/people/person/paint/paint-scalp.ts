import { rise } from '../../curve.ts'
import { valueNoise } from '../../noise.ts'
import type { Person } from '../person.ts'
import { hairlineHeight } from '../shape/hairline.ts'
import { mixColors, shadeColor } from './color.ts'
import type { Paint } from './spot.ts'

/** Depth of the forehead at the hairline, centimetres. */
const FOREHEAD_DEPTH = 3

/** Roots of the hair on the painted face, so that strands do not end on bare skin. */
export function scalpPaint(person: Person): Paint {
  const { hair } = person
  const offset = person.seed * 13
  return (below, { x, y }) => {
    const above = y - hairlineHeight(hair, x, FOREHEAD_DEPTH)
    if (above < -0.8) return below
    const color = shadeColor(hair.color, 0.6 + 0.8 * valueNoise(x * 10, y * 1.2))
    const ragged = 1.2 * (valueNoise(x * 6 + offset, y * 0.7) - 0.5)
    return mixColors(below, color, rise(-0.6, 0.5, above + ragged))
  }
}
