import { mix, rise } from '../../curve.ts'
import { valueNoise } from '../../noise.ts'
import type { Person } from '../person.ts'
import { canonicalMesh } from '../shape/canonical-mesh.ts'
import { LIPS_INNER, LIPS_OUTER } from '../shape/landmarks.ts'
import { type Color, colorOf, mixColors, shadeColor } from './color.ts'
import { polygonDistance } from './polygon-distance.ts'
import type { Paint } from './spot.ts'

const PALE_LIP = colorOf(0xb4605a)
const RED_LIP = colorOf(0xa8323c)
/** The upper lip looks down, into its own shadow. */
const LIP_LIGHT = { upper: 0.84, lower: 1.06 }
/** Height of the line between the lips on the canonical face. */
const LIP_LINE = -4.3

/** The lips and the dark line between them. */
export function lipPaint(person: Person): Paint {
  const { points } = canonicalMesh()
  const outer = LIPS_OUTER.map((i) => points[i])
  const inner = LIPS_INNER.map((i) => points[i])
  const lip = lipColor(person)
  return (below, { x, y, out }) => {
    if (out > 3.2 || y > -2.5 || y < -7) return below
    const fromEdge = polygonDistance(outer, x, y)
    if (fromEdge >= 0.15) return below
    const light = y > LIP_LINE ? LIP_LIGHT.upper : LIP_LIGHT.lower
    const color = shadeColor(lip, light * (0.9 + 0.2 * valueNoise(x * 9, y * 1.5)))
    const painted = mixColors(below, color, rise(0.14, -0.14, fromEdge))
    return shadeColor(painted, mix(0.2, 1, rise(-0.05, 0.16, polygonDistance(inner, x, y))))
  }
}

function lipColor({ skin, build }: Person): Color {
  const redness = build === 'strong' ? 0 : skin.lipRedness
  const pigment = mixColors(PALE_LIP, RED_LIP, redness)
  const color = mixColors(skin.color, pigment, build === 'strong' ? 0.42 : 0.5 + 0.3 * redness)
  return shadeColor(color, mix(1, 0.7, skin.darkness))
}
