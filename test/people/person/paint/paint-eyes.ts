import { hill, mix, rise } from '../../curve.ts'
import { valueNoise } from '../../noise.ts'
import type { Person } from '../person.ts'
import { canonicalMesh } from '../shape/canonical-mesh.ts'
import { EYE_RIM } from '../shape/landmarks.ts'
import { type Color, colorOf, mixColors, shadeColor } from './color.ts'
import { polygonDistance } from './polygon-distance.ts'
import type { Paint, Spot } from './spot.ts'

const EYE_WHITE: Color = [0.68, 0.65, 0.63]
const LASH = colorOf(0x1f1a15)
const PUPIL: Color = [0.004, 0.004, 0.004]
const CATCH_LIGHT: Color = [1.3, 1.3, 1.3]
/** Middle of the iris on the canonical face, centimetres (`x` from the middle line). */
const IRIS_CENTRE = { x: 3.16, y: 2.66 }
const IRIS_RADIUS = 0.62
const PUPIL_RADIUS = 0.26

/** Lids with crease and lashes, and the eyeball with iris, pupil and the light it mirrors. */
export function eyePaint(person: Person): Paint {
  const rim = EYE_RIM.map((i) => canonicalMesh().points[i])
  return (below, spot) => {
    if (spot.out > 6 || spot.y < 1 || spot.y > 5) return below
    const fromRim = polygonDistance(rim, -spot.out, spot.y)
    if (fromRim > 0.9) return below
    const upper = rise(2.45, 2.75, spot.y - 0.05 * (spot.out - 3.2))
    if (fromRim > 0) return paintLid(person, below, { fromRim, upper })
    return mixColors(below, eyeballColor(person, spot, { depth: -fromRim, upper }), rise(0, 0.06, -fromRim))
  }
}

/** `fromRim`: centimetres outside the eye; `upper`: 1 on the upper lid, 0 on the lower. */
function paintLid(
  person: Person,
  below: Color,
  { fromRim, upper }: { fromRim: number; upper: number },
): Color {
  const crease = 0.42 * upper * hill(fromRim - 0.42, 0.09)
  const shade = (0.22 - 0.1 * upper) * Math.exp(-fromRim * 4)
  const lashReach = person.build === 'strong' ? 0.13 : 0.2
  const lashes = (upper * 0.92 + 0.25 * (1 - upper)) * rise(lashReach, 0.02, fromRim)
  return mixColors(shadeColor(below, 1 - crease - shade), LASH, lashes)
}

/** `depth`: centimetres inside the rim; `upper`: 1 under the upper lid. */
function eyeballColor(person: Person, spot: Spot, { depth, upper }: { depth: number; upper: number }): Color {
  const dx = spot.out - IRIS_CENTRE.x
  const dy = spot.y - IRIS_CENTRE.y
  const radius = Math.sqrt(dx * dx + (dy * 0.86) ** 2)
  const lidShade = mix(0.45, 1, rise(0, 0.3, depth * (1 - upper * -0.2)))
  let color = shadeColor(EYE_WHITE, (1 - 0.4 * rise(0.5, 1.3, Math.abs(dx))) * lidShade)
  if (radius < IRIS_RADIUS) {
    const rays = 0.7 + 0.7 * valueNoise(Math.atan2(dy, dx) * 9, radius * 6)
    const dark = (1 - 0.7 * rise(0.45, 0.6, radius)) * (dy < 0 ? 1.5 : 0.8)
    color = mixColors(color, shadeColor(person.skin.iris, rays * dark), rise(IRIS_RADIUS, 0.54, radius))
  }
  color = mixColors(color, PUPIL, rise(PUPIL_RADIUS, 0.2, radius))
  const mirrored = Math.sqrt((spot.x - Math.sign(spot.x) * IRIS_CENTRE.x + 0.17) ** 2 + (dy - 0.14) ** 2)
  return mixColors(color, CATCH_LIGHT, rise(0.14, 0.06, mirrored))
}
