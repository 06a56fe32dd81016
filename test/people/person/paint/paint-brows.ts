import { clamp, rise } from '../../curve.ts'
import { valueNoise } from '../../noise.ts'
import type { Person } from '../person.ts'
import { canonicalMesh } from '../shape/canonical-mesh.ts'
import { BROW_LOWER, BROW_UPPER } from '../shape/landmarks.ts'
import { colorOf, mixColors } from './color.ts'
import { type Corner, segmentDistance } from './polygon-distance.ts'
import type { Paint } from './spot.ts'

const BROW_DARK = colorOf(0x1c1814)
/** Half thickness of an average brow, centimetres. */
const HALF_THICKNESS = 0.34

/** Both eyebrows as strokes of hair round a line. */
export function browPaint(person: Person): Paint {
  const { skin, hair } = person
  const line = browLine(person)
  const thickness = HALF_THICKNESS * clamp(1 + 0.25 * skin.browThickness, 0.6, 1.7)
  const color = mixColors(hair.color, BROW_DARK, 0.45)
  const offset = person.seed * 13
  return (below, { y, x, out }) => {
    if (y < 2.5 || y > 7 || out > 7.5) return below
    const { distance, along } = lineDistance(line, [-out, y])
    const taper =
      (0.45 + 0.75 * rise(0, 0.5, along)) * (0.75 + 0.5 * valueNoise(x * 7 + y * 5 + offset, y * 2))
    const half = thickness * taper
    if (distance > half * 1.4) return below
    const strands = 0.65 + 0.35 * valueNoise(x * 22 - y * 14, y * 5 + offset)
    return mixColors(below, color, skin.browDarkness * rise(half * 1.3, half * 0.35, distance) * strands)
  }
}

/** The middle line of the right brow, from the temple to the nose. */
function browLine({ skin }: Person): Corner[] {
  const { points } = canonicalMesh()
  return BROW_UPPER.map((upper, i): Corner => {
    const top = points[upper]
    const bottom = points[BROW_LOWER[i]]
    const isArched = i === 1 || i === 2
    const lengthened = i === 0 ? 0.35 - 0.28 * skin.browLength : 0
    const arched = 0.16 * skin.browArch * (isArched ? 1 : -0.5)
    return [(top[0] + bottom[0]) / 2 + lengthened, (top[1] + bottom[1]) / 2 + arched]
  })
}

function lineDistance(line: Corner[], point: Corner): { distance: number; along: number } {
  let nearest = { distance: Number.POSITIVE_INFINITY, along: 0 }
  for (let i = 0; i + 1 < line.length; i++) {
    const { distance, along } = segmentDistance(line[i], line[i + 1], point)
    if (distance < nearest.distance) nearest = { distance, along: (i + along) / (line.length - 1) }
  }
  return nearest
}
